/** Words for what somebody hides from their blends. */
export const BLEND_HIDDEN_WORDS = {
  'hidden.heading': ['Hidden from blends', 'Скрыто от общих списков'],
  'hidden.why': [
    'What is hidden counts in no blend, and no reason names it, even where all agree. Your own lists stay as they are.',
    'Скрытое не учитывается в общих списках и не называется в причинах, даже если все согласны. Ваши собственные списки не изменятся.',
  ],
  'hidden.link': ['Hide some of what you watched first', 'Сначала скрыть что-то из просмотренного'],
  'hidden.some': ['Hide many at once', 'Скрыть сразу много'],
  'hidden.some.why': [
    'Of what you watched, all that fits every choice made here.',
    'Из просмотренного: всё, что подходит под каждый выбор.',
  ],
  'hidden.genre': ['Genre', 'Жанр'],
  'hidden.genre.any': ['Any genre', 'Любой жанр'],
  'hidden.certificate': ['Certificate', 'Возраст'],
  'hidden.certificate.any': ['Any', 'Любой'],
  'hidden.certificate.from': ['{{certificate}} and stricter', '{{certificate}} и строже'],
  'hidden.before': ['First watched before', 'Впервые просмотрено до'],
  'hidden.hide': ['Hide', 'Скрыть'],
  'hidden.hide.of': ['Hide “{{title}}” from blends', 'Скрыть «{{title}}» от общих списков'],
  'hidden.show': ['Show again', 'Снова показывать'],
  'hidden.show.of': ['Show again in blends: “{{title}}”', 'Снова показывать «{{title}}» в общих списках'],
  'hidden.choose': ['Choose a genre, a certificate or a day first.', 'Сначала выберите жанр, возраст или день.'],
  'hidden.done': [
    { one: '{{count, number}} title is hidden now.', other: '{{count, number}} titles are hidden now.' },
    {
      one: 'Теперь скрыто {{count, number}} название.',
      few: 'Теперь скрыто {{count, number}} названия.',
      many: 'Теперь скрыто {{count, number}} названий.',
      other: 'Теперь скрыто {{count, number}} названия.',
    },
  ],
  'hidden.list': ['Hidden now', 'Скрыто сейчас'],
  'hidden.none': ['Nothing is hidden.', 'Ничего не скрыто.'],
  'hidden.watched': ['What you watched', 'Что вы смотрели'],
  'hidden.watched.none': ['Nothing that is not hidden.', 'Ничего, что не было бы скрыто.'],
} as const;
