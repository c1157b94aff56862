/** Words for what surrounds every page, and for landing, home and search. */
export const PAGE_WORDS = {
  'app.name': ['Kinograph', 'Kinograph'],
  'app.skip': ['Skip to content', 'К содержанию'],
  'app.home': ['Home', 'Главная'],
  'app.account': ['Your menu', 'Ваше меню'],
  'app.search': ['Search', 'Поиск'],
  'app.me': ['My page', 'Моя страница'],
  'app.language': ['Language', 'Язык'],
  // Said in the language that it leads to.
  'app.otherLanguage': ['По-русски', 'In English'],
  'app.theme': ['Theme', 'Тема'],
  'app.theme.auto': ['As the system', 'Как в системе'],
  'app.theme.dark': ['Dark', 'Тёмная'],
  'app.theme.light': ['Light', 'Светлая'],
  'app.offline': [
    'You are offline. What you watch is kept here and sent when you are back.',
    'Вы не в сети. Просмотр сохраняется здесь и отправится, когда связь вернётся.',
  ],
  'app.typeface': ['Typeface: Inter, SIL Open Font License', 'Шрифт: Inter, лицензия SIL Open Font'],
  'state.loading': ['Loading', 'Загружаем'],
  'state.failed': ['This could not be loaded.', 'Не удалось загрузить.'],
  'state.offline': ['You are offline. It loads by itself when you are back.', 'Вы не в сети. Загрузится само, когда связь вернётся.'],
  'state.retry': ['Try again', 'Попробовать снова'],
  'state.broken': ['Something went wrong on this page.', 'На этой странице что-то сломалось.'],
  'state.missing': ['There is nothing at this address.', 'По этому адресу ничего нет.'],
  'state.toHome': ['Go to the home page', 'На главную'],
  'search.placeholder': ['Films, shows, books, music', 'Фильмы, сериалы, книги, музыка'],
} as const;
