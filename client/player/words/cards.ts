/** Words for the cards by which somebody says what they like. */
export const CARD_WORDS = {
  'cards.heading': ['What do you like?', 'Что вам нравится?'],
  'cards.what': [
    'Say which genres you like, then what you think of ten titles. Your lists follow at once, and you can change any of it later.',
    'Отметьте любимые жанры и ответьте на десять карточек. Списки изменятся сразу, а ответы можно поменять потом.',
  ],
  'cards.genres': ['Genres that you like', 'Любимые жанры'],
  'cards.genres.of': ['Genres of {{kind}}', 'Жанры: {{kind}}'],
  'cards.next': ['On to the cards', 'К карточкам'],
  'cards.skip': ['Skip', 'Пропустить'],
  'cards.asked': ['Do you like it?', 'Вам это нравится?'],
  'cards.at': ['Card {{at}} of {{count}}', 'Карточка {{at}} из {{count}}'],
  'cards.keys': [
    'Keys: 1 or ← dislike, 2 or ↓ don’t know, 3 or → like, ↑ back',
    'Клавиши: 1 или ← не нравится, 2 или ↓ не знаю, 3 или → нравится, ↑ назад',
  ],
  'cards.undo': ['Back to “{{title}}”', 'Назад к «{{title}}»'],
  'cards.enough': ['Enough: show my list', 'Хватит, покажите список'],
  'cards.none': ['There is nothing more to ask.', 'Больше спрашивать не о чем.'],
  'cards.list': ['Your list', 'Ваш список'],
  'cards.list.live': ['The list goes on moving with everything you do.', 'Список и дальше меняется вместе с вами.'],
  'cards.changed': [
    {
      one: 'Your answers brought {{count}} new title into the first {{most}}.',
      other: 'Your answers brought {{count}} new titles into the first {{most}}.',
    },
    'Новых названий среди первых {{most}} после ваших ответов: {{count}}.',
  ],
  'cards.same': ['The first {{most}} are the same as before.', 'Первые {{most}} названий остались прежними.'],
  'cards.new': ['New', 'Новое'],
  'cards.left': ['Gone: {{titles}}', 'Ушли: {{titles}}'],
  'cards.more': ['Ten more cards', 'Ещё десять карточек'],
  'cards.mood': ['By mood and time', 'По настроению и времени'],
  'cards.home': ['Go to the home page', 'На главную'],
  'cards.newcomer': ['New here? Ten cards, and the list below is yours.', 'Впервые здесь? Десять карточек, и список ниже станет вашим.'],
  'cards.begin': ['Say what you like', 'Рассказать о вкусах'],
} as const;
