import type { SaidReason, Words } from './words';

export const RU: Words = {
  greeting: 'Привет! Я подбираю фильмы, сериалы, книги и музыку под настроение и свободное время. Сначала: что вам нравится?',
  commands: [
    { command: 'start', description: 'Начать или открыть меню' },
    { command: 'search', description: 'Найти что-нибудь на сейчас' },
    { command: 'settings', description: 'Изменить любимые жанры' },
    { command: 'blend', description: 'В группе: выбрать вместе' },
  ],
  genres: {
    films: 'Какие фильмы и сериалы вам нравятся? Отметьте сколько угодно и нажмите «Готово».',
    music: 'Какая музыка вам нравится? Отметьте сколько угодно и нажмите «Готово».',
    books: 'Какие книги вам нравятся? Отметьте сколько угодно и нажмите «Готово».',
  },
  choices: { films: '🎬 Фильмы', series: '📺 Сериалы', books: '📚 Книги', music: '🎵 Музыка' },
  everything: '✨ Всего понемногу',
  done: 'Готово',
  back: 'Назад',
  card: (number, most) => `Вам это нравится? ${number} из ${most}`,
  enough: 'Хватит вопросов',
  like: '👍 Нравится',
  dontKnow: '🤷 Не знаю',
  dislike: '👎 Не нравится',
  noted: { l: 'Учтено: вам нравится.', n: 'Учтено: вы этого не знаете.', d: 'Учтено: больше не предложу.' },
  cardsDone: 'Спасибо! Для начала достаточно; каждый следующий ответ сделает подбор точнее.',
  menu: 'Что будем делать?',
  search: '🔎 Поиск',
  settings: '⚙️ Настройки',
  more: '💡 Подробнее',
  about: 'ℹ️ О боте',
  moreText:
    'Скажите, какое у вас настроение и сколько времени, и я подберу подходящее: фильм, следующую серию, несколько глав или плейлист на всё время.\n\n' +
    'Под каждой карточкой отвечайте «Нравится», «Не знаю» или «Не нравится»: следующий список будет точнее.\n\nВ группе /blend найдёт то, что подойдёт всем.',
  aboutText:
    'Я бот Kinograph. Я храню ваши любимые жанры, ваши ответы и то, что я показал, и больше ничего о вас. Магазины не узнают, кто вы.',
  settingsText: 'Что изменить?',
  saved: 'Сохранено.',
  mood: 'Какое у вас настроение?',
  anyMood: 'Любое настроение',
  time: 'Сколько у вас времени?',
  times: [
    [600, '10 мин'],
    [1_800, '30 мин'],
    [3_600, '1 час'],
    [7_200, '2 часа'],
    [14_400, 'Весь вечер'],
  ],
  anyTime: 'Сколько понадобится',
  what: 'Что выберем?',
  nothing: 'Ничего не подошло. Попробуйте другое настроение или больше времени.',
  again: 'Вот что нашлось. Поискать ещё?',
  searchAgain: '🔎 Искать снова',
  old: 'Это старая кнопка. Работают кнопки под последним сообщением.',
  unknown: 'Лучше всего я понимаю кнопки. Вот что я умею.',
  away: 'Сейчас не могу связаться с Kinograph. Продолжаю пробовать и отвечу, как только смогу.',
  sorry: 'Что-то пошло не так. Попробуйте ещё раз с /start.',
  kinds: { MOVIE: 'фильм', SHOW: 'сериал', EPISODE: 'серия', BOOK: 'книга', TRACK: 'трек', VIDEO: 'видео' },
  duration: (seconds) => {
    const minutes = Math.max(1, Math.round(seconds / 60));
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return `${minutes} мин`;
    return rest === 0 ? `${hours} ч` : `${hours} ч ${rest} мин`;
  },
  pages: (pages) => `${pages} стр.`,
  episode: (season, number, name) =>
    [season !== null && number !== null ? `сезон ${season}, серия ${number}` : 'следующая серия', name].join(', '),
  playlist: 'Плейлист на это время',
  fits: 'Подойдёт',
  reason: reasonIn,
  shop: (name, price) => `🛒 ${name}, ${price}`,
  blendOnlyGroups: 'Общий список нужен группе: добавьте меня в группу и напишите там /blend.',
  blendOf: (people) => (people === 1 ? 'Список пока для одного человека' : `Общий список, вас ${people}`),
  blendHow: 'Присоединяйтесь и голосуйте: 👍 за, 👎 против, 🚫 ни за что.',
  blendEmpty: 'Показать пока нечего.',
  join: 'Присоединиться',
  leave: 'Выйти',
  joined: 'Вы в деле: список учитывает и вас.',
  left: 'Вы вышли.',
  voted: 'Голос учтён.',
  joinFirst: 'Сначала присоединитесь, потом голосуйте.',
  full: 'В этом списке больше нет мест.',
  blendOver: 'Этот список закончился. Напишите /blend, чтобы начать новый.',
};

function reasonIn({ code, title, genre }: SaidReason): string {
  switch (code) {
    case 'BECAUSE_WATCHED':
      return title ? `Потому что вам понравилось: ${title}` : 'Из-за того, что вам понравилось';
    case 'SIMILAR_TITLE':
      return title ? `Похоже на: ${title}` : 'Похоже на то, что вам понравилось';
    case 'LIKED_GENRE':
      return genre ? `Любимый жанр: ${genre}` : 'Ваш любимый жанр';
    case 'SIMILAR_USERS':
      return 'Нравится людям с вашим вкусом';
    case 'TRENDING':
      return 'Сейчас выбирают многие';
    case 'POPULAR':
      return 'Многим нравится';
    case 'MOOD_MATCH':
      return 'Под настроение';
    case 'FITS_TIME':
      return 'Подходит по времени';
    case 'GROUP_COMPROMISE':
      return 'Каждому что-то своё';
    case 'EDITORIAL':
      return 'Выбор редакции';
    case 'EXPLORATION':
      return 'Что-то новое';
    case 'FALLBACK':
      return 'Возможно, вы этого ещё не знаете';
  }
}
