import { BlendVote } from '../core/blend/ballot';
import { BlendTaste, TagSource } from '../core/blend/blend';
import { BlendStrategy } from '../core/blend/strategy';
import { named } from './enums';

named(BlendStrategy, 'BlendStrategy', 'How one list is made of several people’s likings.', {
  AVERAGE: 'What suits all together best.',
  LEAST_MISERY: 'Nobody is unhappy: by whom a title suits least.',
  MOST_PLEASURE: 'Somebody is delighted: by whom a title suits most.',
  FAIR_TURNS: 'Each place is chosen by whoever has come off worst so far.',
  ORIGINAL: 'By tags: of the forty titles nearest to all, the twenty that are about as near to each.',
});
named(BlendTaste, 'BlendTaste', 'What a blend goes by.', {
  MODEL: 'The model that ranks everyone’s lists.',
  TAGS: 'The tags of what each watched.',
});
named(TagSource, 'TagSource', 'Where the tags of titles come from.', {
  GENOME: 'A tag genome that was imported.',
  ATTRIBUTES: 'Genres and tags of the catalogue, and what the model tells of tags by who watches what.',
});
named(BlendVote, 'BlendVote', 'What a member says of a title.', {
  UP: 'They would like to: it suits them as well as anything.',
  DOWN: 'Rather not: it suits them as badly as anything.',
  VETO: 'Under no circumstances: it leaves the list.',
});
