/** Words for blends: one list for several people. */
export const BLEND_WORDS = {
  'blend.heading': ['Blend', 'Вместе'],
  'blend.what': [
    'One list for two to eight people, by what each of you likes. Nobody sees what the others watched.',
    'Один список на двоих или на компанию до восьми человек, по вкусу каждого. Никто не видит, что смотрели другие.',
  ],
  'blend.mine': ['Your blends', 'Ваши списки'],
  'blend.new': ['New blend', 'Новый список'],
  'blend.name': ['What you call it', 'Название'],
  'blend.name.hint': ['Friday night', 'Вечер пятницы'],
  'blend.none': [
    'No blend yet. Make one, then send its link to whoever watches with you. For yourself alone it works too.',
    'Пока ни одного. Создайте список и отправьте ссылку тем, с кем смотрите. Для себя одного тоже можно.',
  ],
  'blend.made': ['Made {{date}}', 'Создан {{date}}'],
  'blend.missing': ['There is no such blend, or you are not in it any more.', 'Такого списка нет, или вы в нём больше не участвуете.'],
  'blend.missing.why': ['Ask somebody in it for a link, or make a new one.', 'Попросите ссылку у участников или создайте новый список.'],
  'blend.all': ['All your blends', 'Все ваши списки'],
  'blend.you': ['You', 'Вы'],
  'blend.someone': ['Guest {{number}}', 'Гость {{number}}'],
  'blend.alone': ['A list of your own', 'Список для вас одного'],
  'blend.of': ['{{names}} and {{last}}', '{{names}} и {{last}}'],
  'blend.failed': ['That did not work. Please try again.', 'Не получилось. Попробуйте ещё раз.'],
  'blend.tooMany': [
    'You are in as many blends as one can be. Leave one first.',
    'Списков у вас уже предельно много. Сначала выйдите из одного.',
  ],

  'blend.list': ['What to watch together', 'Что посмотреть вместе'],
  'blend.list.own': ['What to watch', 'Что посмотреть'],
  'blend.list.empty': ['Nothing fits what you agreed on.', 'Под ваши условия ничего не подходит.'],
  'blend.list.lift': ['Lift the limits', 'Снять ограничения'],
  'blend.unsent': ['Your votes are kept here and sent when you are back.', 'Ваши голоса сохранены и отправятся, когда связь вернётся.'],
  'blend.refused': ['That vote was not taken. Please try again.', 'Голос не принят. Попробуйте ещё раз.'],
  'blend.vote.UP': ['For it', 'За'],
  'blend.vote.DOWN': ['Against it', 'Против'],
  'blend.vote.VETO': ['Veto', 'Вето'],
  'blend.vote.on': ['Your vote on “{{title}}”', 'Ваш голос: «{{title}}»'],
  'blend.vote.UP.by': ['{{name}}: for it', '{{name}}: за'],
  'blend.vote.DOWN.by': ['{{name}}: against it', '{{name}}: против'],
  'blend.vetoed': ['Vetoed', 'Под вето'],
  'blend.vetoed.by': ['Veto: {{names}}', 'Вето: {{names}}'],
  'blend.vetoed.back': ['Take back', 'Снять вето'],
  'blend.vetoed.back.of': ['Take back your veto on “{{title}}”', 'Снять вето с «{{title}}»'],
  'blend.suits': ['How well it suits', 'Насколько подходит'],
  'blend.suits.unknown': ['taste unknown', 'вкус неизвестен'],
  'blend.givesWay': ['gives way', 'уступает'],
  'blend.reason.watched': ['Because {{name}} watched {{title}}', 'Из просмотренного ({{name}}): «{{title}}»'],
  'blend.reason.genre': ['{{name}} likes {{genre}}', '{{name}}: любимый жанр «{{genre}}»'],

  'blend.members': ['Who is in it', 'Участники'],
  'blend.members.givesWay': [
    { one: 'gives way at {{count}} title', other: 'gives way at {{count}} titles' },
    {
      one: 'уступает в {{count}} случае',
      few: 'уступает в {{count}} случаях',
      many: 'уступает в {{count}} случаях',
      other: 'уступает в {{count}} случая',
    },
  ],
  'blend.members.titles': [
    { one: 'taste from {{count, number}} title', other: 'taste from {{count, number}} titles' },
    {
      one: 'вкус по {{count, number}} названию',
      few: 'вкус по {{count, number}} названиям',
      many: 'вкус по {{count, number}} названиям',
      other: 'вкус по {{count, number}} названия',
    },
  ],
  'blend.members.unknown': ['taste not known yet', 'вкус пока неизвестен'],
  'blend.shared': [
    { one: 'You have all seen {{count, number}} title.', other: 'You have all seen {{count, number}} titles.' },
    {
      one: 'Все вы видели {{count, number}} название.',
      few: 'Все вы видели {{count, number}} названия.',
      many: 'Все вы видели {{count, number}} названий.',
      other: 'Все вы видели {{count, number}} названия.',
    },
  ],
  'blend.insights': ['Compare how you watch', 'Сравнить, как вы смотрите'],
  'blend.insights.own': ['See how you watch', 'Как вы смотрите'],

  'blend.invite': ['Invite somebody', 'Пригласить'],
  'blend.invite.why': [
    'Whoever has the link may join for a week. There is room for {{room}} more.',
    'По ссылке можно войти в течение недели. Свободных мест: {{room}}.',
  ],
  'blend.invite.full': ['All eight places are taken.', 'Все восемь мест заняты.'],
  'blend.invite.make': ['Make a link', 'Создать ссылку'],
  'blend.invite.copy': ['Copy the link', 'Скопировать ссылку'],
  'blend.invite.copied': ['Copied. Send it to whoever watches with you.', 'Скопировано. Отправьте тем, с кем смотрите.'],
  'blend.invite.byHand': ['Select the link and copy it.', 'Выделите ссылку и скопируйте.'],
  'blend.invite.share': ['Share', 'Поделиться'],
  'blend.invite.link': ['Invitation link', 'Ссылка-приглашение'],
  'blend.invite.text': ['Let us find something to watch together', 'Давайте найдём, что посмотреть вместе'],
  'blend.invite.until': ['Good until {{date}}, as long as you stay in.', 'Действует до {{date}}, пока вы участвуете.'],
  'blend.invite.tooMany': [
    'Many links of this blend are open. Use one of them.',
    'У этого списка уже много открытых ссылок. Возьмите одну из них.',
  ],

  'blend.agree': ['Name titles to each other', 'Называть друг другу просмотренное'],
  'blend.agree.why': [
    'Reasons may then say what you watched. It takes all of you; you can take it back.',
    'Тогда в причинах будет видно, что вы смотрели. Нужно согласие всех, и его можно отозвать.',
  ],
  'blend.agree.all': ['All agree: reasons name what you watched.', 'Все согласны: причины называют просмотренное.'],
  'blend.agree.waits': ['Still to agree: {{names}}', 'Ещё не согласны: {{names}}'],

  'blend.state.nobody': [
    'Nothing is known of anybody’s taste yet: this is what most people like.',
    'О ваших вкусах пока ничего не известно: это то, что нравится большинству.',
  ],
  'blend.state.you': [
    'Nothing is known of your taste yet, so you go along with the others.',
    'О вашем вкусе пока ничего не известно, и вы идёте за остальными.',
  ],
  'blend.state.other': [
    'Nothing is known yet of the taste of {{names}}: they go along.',
    'Пока неизвестен вкус: {{names}}. Учтены остальные.',
  ],
  'blend.state.sparse': [
    {
      one: 'Your taste was read from {{count}} title only. More history makes this list better.',
      other: 'Your taste was read from {{count}} titles only. More history makes this list better.',
    },
    {
      one: 'Ваш вкус известен лишь по {{count}} названию. С историей побольше список станет лучше.',
      few: 'Ваш вкус известен лишь по {{count}} названиям. С историей побольше список станет лучше.',
      many: 'Ваш вкус известен лишь по {{count}} названиям. С историей побольше список станет лучше.',
      other: 'Ваш вкус известен лишь по {{count}} названия. С историей побольше список станет лучше.',
    },
  ],
  'blend.state.apart': [
    'You have seen nothing in common. Here is what lies between you.',
    'Общего просмотренного у вас нет. Вот то, что лежит между вашими вкусами.',
  ],
  'blend.state.upload': ['Upload your history', 'Загрузить историю'],
  'blend.state.sample': ['or try a sample there', 'или попробуйте там пример'],
  'blend.unscored': [
    { one: '{{count, number}} title could not be scored', other: '{{count, number}} titles could not be scored' },
    {
      one: 'Не удалось оценить {{count, number}} название',
      few: 'Не удалось оценить {{count, number}} названия',
      many: 'Не удалось оценить {{count, number}} названий',
      other: 'Не удалось оценить {{count, number}} названия',
    },
  ],
  'blend.unscored.fit': [
    {
      one: '{{count, number}} title would fit, but too little is known of it.',
      other: '{{count, number}} titles would fit, but too little is known of them.',
    },
    {
      one: 'Подошло бы {{count, number}} название, но о нём мало известно.',
      few: 'Подошли бы {{count, number}} названия, но о них мало известно.',
      many: 'Подошло бы {{count, number}} названий, но о них мало известно.',
      other: 'Подошло бы {{count, number}} названия, но о них мало известно.',
    },
  ],
  'blend.unscored.of': ['Watched by {{name}}, and not counted', 'Просмотрено ({{name}}), но не учтено'],
  'blend.unscored.hidden': [
    { one: '{{count, number}} title of {{name}}, not named to you', other: '{{count, number}} titles of {{name}}, not named to you' },
    {
      one: '{{name}}: {{count, number}} название, вам не показано',
      few: '{{name}}: {{count, number}} названия, вам не показаны',
      many: '{{name}}: {{count, number}} названий, вам не показаны',
      other: '{{name}}: {{count, number}} названия, вам не показаны',
    },
  ],

  'blend.leave': ['Leave this blend', 'Выйти из списка'],
  'blend.leave.sure': ['Leave this blend?', 'Выйти из списка?'],
  'blend.leave.why': [
    'What you watched and voted counts no more, and your links end. To come back you need an invitation.',
    'Ваши просмотры и голоса перестанут учитываться, ваши ссылки закроются. Вернуться можно только по приглашению.',
  ],
  'blend.leave.last': ['You are the last one in it: the blend ends with you.', 'Вы последний участник: список исчезнет вместе с вами.'],

  'join.heading': ['You are invited', 'Вас приглашают'],
  'join.by': ['{{name}} invites you to blend', '{{name}} зовёт вас выбирать вместе'],
  'join.to': ['It is called “{{name}}”.', 'Список называется «{{name}}».'],
  'join.count': [
    { one: '{{count}} person is in it.', other: '{{count}} people are in it.' },
    {
      one: 'В нём {{count}} человек.',
      few: 'В нём {{count}} человека.',
      many: 'В нём {{count}} человек.',
      other: 'В нём {{count}} человека.',
    },
  ],
  'join.why': [
    'Your taste then counts in a list that you share. The others see how well a title suits you, not what you watched.',
    'Ваш вкус будет учтён в общем списке. Другие увидят, насколько вам подходит название, но не то, что вы смотрели.',
  ],
  'join.join': ['Join', 'Присоединиться'],
  'join.open': ['Open the blend', 'Открыть список'],
  'join.already': ['You are in it already.', 'Вы уже участвуете.'],
  'join.account': [
    'No account needed. With one, it is on your other devices too:',
    'Аккаунт не нужен. С ним список будет и на других устройствах:',
  ],
  'join.gone': ['This invitation does not hold any more.', 'Это приглашение больше не действует.'],
  'join.gone.why': [
    'Links end after a week, or when whoever sent them leaves. Ask for a new one, and check that you have the whole link.',
    'Ссылка действует неделю или пока пригласивший участвует. Попросите новую и проверьте, что она скопирована целиком.',
  ],
  'join.full': ['There is no room: eight are in it.', 'Мест нет: участников уже восемь.'],
  'join.full.why': ['When somebody leaves, this link lets you in.', 'Когда кто-нибудь выйдет, эта ссылка вас впустит.'],
} as const;
