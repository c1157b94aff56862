import type { Theme } from './theme';

const STRONG = 1;
/** A weak word fits a theme among others. */
const WEAK = 0.4;

interface Words {
  readonly strong: string;
  readonly weak: string;
  readonly genres?: Readonly<Record<string, number>>;
}

function theme(id: string, [en, ru]: readonly [string, string], { strong, weak, genres = {} }: Words): Theme {
  const weighed = (text: string, weight: number) => text.split(', ').map((word) => [word, weight] as const);
  return { id, names: { en, ru }, keywords: Object.fromEntries([...weighed(weak, WEAK), ...weighed(strong, STRONG)]), genres };
}

/**
 * The themes that Kinograph knows: what one sees in a scene, as people and picture recognition name it. Ours, made by hand; docs/decisions/019 says
 * how. A genre that means the theme counts 0.5 and makes a title one of it, one that goes with it 0.2.
 */
export const SHIPPED_THEMES: readonly Theme[] = [
  theme('aviation', ['In the air', 'В воздухе'], {
    strong: 'airplane, aircraft, jet, pilot, cockpit, helicopter, copilot, glider, biplane, parachute',
    weak: 'wing, propeller, runway, airport, steward, passenger',
  }),
  theme('space', ['Space', 'Космос'], {
    strong: 'space, spacecraft, astronaut, rocket, spaceship, shuttle, planet, orbit, alien, outer space, space opera',
    weak: 'station, lunar, crater, moon, star',
    genres: { 'Sci-Fi': 0.3 },
  }),
  theme('war', ['War', 'Война'], {
    strong: 'soldier, army, battle, bomb, bomber, warplane, tank, artillery, cannon, trench, world war, vietnam, holocaust, war',
    weak: 'uniform, armament, reservist, military, private, recruit',
    genres: { War: 0.5 },
  }),
  theme('police', ['Police at work', 'Полиция'], {
    strong: 'police, policeman, detective, cop, handcuffs, patrol, investigation, cops',
    weak: 'siren, law, officer, badge, evidence, motorcycle',
    genres: { Crime: 0.2 },
  }),
  theme('crime', ['Crime', 'Преступление'], {
    strong: 'gangster, robbery, robber, mafia, murder, hostage, heist, prisoner, serial killer, hit man, crime',
    weak: 'gun, knife, revolver, mask, ransom, detainee',
    genres: { Crime: 0.5, 'Film-Noir': 0.5 },
  }),
  theme('court', ['In court', 'В суде'], {
    strong: 'court, judge, lawyer, jury, trial, witness, verdict, courtroom',
    weak: 'robe, oath, testimony, gavel',
  }),
  theme('politics', ['Power and politics', 'Власть и политика'], {
    strong: 'president, senator, minister, politician, election, government, parliament, statehouse, politics',
    weak: 'capitol, official, speech, treasury, statesman',
  }),
  theme('spies', ['Spies', 'Шпионы'], {
    strong: 'spy, agent, espionage, secret, undercover, surveillance, james bond, terrorism, assassin',
    weak: 'disguise, code, embassy, passport, microphone',
    genres: { Thriller: 0.2 },
  }),
  theme('wedding', ['A wedding', 'Свадьба'], {
    strong: 'wedding, bride, bridesmaid, groom, engagement, veil, marriage',
    weak: 'reception, church, bouquet, ring, celebration',
    genres: { Romance: 0.2 },
  }),
  theme('love', ['Falling in love', 'Влюблённость'], {
    strong: 'sweetheart, kiss, kisser, lovers, date, soul mate, romance, love story, adultery',
    weak: 'couple, flowers, candle, dance, letter',
    genres: { Romance: 0.5 },
  }),
  theme('family', ['Family', 'Семья'], {
    strong: 'family, mother, father, sister, brother, grandmother, grandfather, sibling, divorce, pregnancy',
    weak: 'child, home, dinner, aunt, cousin, baby',
    genres: { Children: 0.2 },
  }),
  theme('childhood', ['Childhood', 'Детство'], {
    strong: 'child, children, boy, girl, playground, toy, dollhouse, school, coming of age',
    weak: 'balloon, bubble gum, swing, teddy, kindergarten',
    genres: { Children: 0.5 },
  }),
  theme('school', ['School days', 'Школьные годы'], {
    strong: 'school, teacher, student, classroom, college, university, exam, high school, adolescence',
    weak: 'book, desk, graduation, mortarboard, lecturer',
  }),
  theme('friends', ['Friends', 'Дружба'], {
    strong: 'friend, friends, flatmate, companion, gathering, friendship',
    weak: 'party, laughter, reunion, toast, group',
  }),
  theme('music', ['Music on stage', 'Музыка на сцене'], {
    strong:
      'musician, concert, guitar, guitarist, singer, piano, pianist, drummer, orchestra, band, music, soundtrack, opera, rock and roll',
    weak: 'stage, microphone, concert goer, keyboardist, organist, rock star',
    genres: { Musical: 0.5, Music: 0.5 },
  }),
  theme('dance', ['Dance', 'Танец'], {
    strong: 'dance, dancer, ballet, ballroom, tango, disco',
    weak: 'stage, music, club, rhythm',
    genres: { Musical: 0.2 },
  }),
  theme('theatre', ['Theatre', 'Театр'], {
    strong: 'theater, theatre, actor, actress, rehearsal, audience, curtain, shakespeare',
    weak: 'stage, costume, makeup, spectator, spotlight',
  }),
  theme('circus', ['Circus and magic', 'Цирк и фокусы'], {
    strong: 'circus, clown, acrobat, magician, aerialist, juggler',
    weak: 'tent, costume, trick, spectator',
  }),
  theme('fashion', ['Fashion and beauty', 'Мода и красота'], {
    strong: 'fashion, model, hairdresser, beauty salon, makeup, boutique, red carpet',
    weak: 'dress, coiffeur, miniskirt, mirror, jacket',
  }),
  theme('journalism', ['The press', 'Пресса'], {
    strong: 'reporter, journalist, newspaper, newsreader, tabloid, broadcasting, editor, journalism',
    weak: 'camera, microphone, interview, headline, television',
  }),
  theme('hospital', ['Hospital', 'Больница'], {
    strong: 'hospital, doctor, nurse, surgeon, surgery, patient, ambulance, mental illness, disability',
    weak: 'bandage, bed, syringe, laboratory, radiologist',
  }),
  theme('science', ['Science', 'Наука'], {
    strong: 'scientist, laboratory, experiment, microscope, professor, invention, time travel',
    weak: 'formula, computer, research, telescope',
    genres: { 'Sci-Fi': 0.2 },
  }),
  theme('computers', ['Computers', 'Компьютеры'], {
    strong: 'computer, hacker, keyboard, network, robot, software, supercomputer, artificial intelligence, android',
    weak: 'screen, monitor, code, touch screen, mainframe',
    genres: { 'Sci-Fi': 0.2 },
  }),
  theme('money', ['Money and business', 'Деньги и бизнес'], {
    strong: 'trader, bank, banker, investor, money, office, business, stock, stock market, wall street',
    weak: 'briefcase, meeting, boss, call center, contract',
  }),
  theme('food', ['At the table', 'За столом'], {
    strong: 'restaurant, kitchen, chef, cook, waiter, waitress, dinner, baker, food, cooking',
    weak: 'wine, table, bar, bistro, teashop, canteen',
  }),
  theme('bar', ['Bars and nights out', 'Бары и вечеринки'], {
    strong: 'bar, barmaid, bartender, saloon, cocktail, nightclub, beer',
    weak: 'disk jockey, party, neon, lounge, drink',
  }),
  theme('cars', ['Cars and chases', 'Машины и погони'], {
    strong: 'car, race, racing, driver, chase, taxi, motorcycle, limousine, car chase',
    weak: 'windshield, mirror, road, garage, traffic',
    genres: { Action: 0.2 },
  }),
  theme('sea', ['At sea', 'На море'], {
    strong: 'ship, sea, ocean, sailor, boat, captain, lighthouse, submarine, diver',
    weak: 'porthole, wave, harbour, beach, seaside, oceanfront',
    genres: { Adventure: 0.1 },
  }),
  theme('under-water', ['Under water', 'Под водой'], {
    strong: 'diver, scuba, diving, shark, fish, whale, reef, aqualung',
    weak: 'seal, eel, submarine, krill',
  }),
  theme('mountains', ['Mountains and wilds', 'Горы и глушь'], {
    strong: 'mountain, climber, ascent, forest, cabin, wilderness, expedition',
    weak: 'snow, valley, cliff, tent, log cabin',
    genres: { Adventure: 0.2 },
  }),
  theme('desert', ['Desert', 'Пустыня'], {
    strong: 'desert, dune, camel, oasis, caravan',
    weak: 'sand, turban, sun, bazaar',
    genres: { Adventure: 0.1 },
  }),
  theme('west', ['The Wild West', 'Дикий Запад'], {
    strong: 'cowboy, sheriff, saloon, outlaw, rodeo, sombrero',
    weak: 'horse, revolver, ranch, stagecoach',
    genres: { Western: 0.5 },
  }),
  theme('animals', ['Animals', 'Животные'], {
    strong: 'animal, dog, cat, horse, lioness, deer, zoo, poodle, penguin, animal movie, dinosaur',
    weak: 'keeper, pet, wild, seal, bird',
  }),
  theme('faith', ['Faith', 'Вера'], {
    strong: 'church, priest, monk, nun, prayer, religion, confessional, temple, bible, god',
    weak: 'vigil, candle, organ, chador, robe',
  }),
  theme('ghosts', ['Ghosts and dread', 'Призраки и страх'], {
    strong: 'ghost, haunted, demon, cemetery, hearse, vampire, zombie, burial, supernatural',
    weak: 'dark, candle, scream, dungeon, fog',
    genres: { Horror: 0.5 },
  }),
  theme('magic', ['Magic and legends', 'Магия и легенды'], {
    strong: 'wizard, witch, dragon, spell, fairy, sword, elf, quest, magic',
    weak: 'castle, forest, ring, prophecy',
    genres: { Fantasy: 0.5 },
  }),
  theme('heroes', ['Heroes in masks', 'Герои в масках'], {
    strong: 'superhero, batman, cape, villain, superpower, mask, comic book',
    weak: 'costume, city, rescue, mutant',
    genres: { Action: 0.2 },
  }),
  theme('history', ['Times past', 'Былые времена'], {
    strong: 'king, queen, knight, palace, medieval, emperor, castle, carriage, samurai, british royalty, ancient rome',
    weak: 'corset, sword, candle, ball, patriarch',
    genres: { History: 0.5 },
  }),
  theme('sport', ['Sport', 'Спорт'], {
    strong: 'boxing, football, baseball, golf, wrestler, athlete, champion, medalist, skating, judo, sport',
    weak: 'team, match, coach, stadium, treadmill',
  }),
  theme('travel', ['On the road', 'В дороге'], {
    strong: 'journey, train, traveller, suitcase, hotel, motel, hitchhiker, road trip',
    weak: 'map, ticket, station, elevator, luggage',
    genres: { Adventure: 0.2 },
  }),
  theme('protest', ['Protest', 'Протест'], {
    strong: 'demonstration, demonstrator, protest, anarchist, strike, revolution, megaphone, racism',
    weak: 'crowd, banner, police, street, bullhorn',
  }),
  theme('age', ['Growing old', 'Старость'], {
    strong: 'old woman, old man, senior citizen, retirement, grandfather, memory, aging, death',
    weak: 'photograph, garden, widow, will',
  }),
];
