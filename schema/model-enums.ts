import { ModelState, TrainedOn } from '../core/model';
import { named } from './enums';

named(TrainedOn, 'TrainedOn', 'Where a model is trained. Wherever that is, it is served in the same way.', {
  [TrainedOn.HERE]: 'By our own kernel, on the machine of a worker.',
  [TrainedOn.SPARK]: 'By Apache Spark, for what outgrows one machine.',
});

named(ModelState, 'ModelState', 'Where a model stands.', {
  TRAINED: 'Trained, and not serving.',
  LIVE: 'Serving.',
  RETIRED: 'Served before; it can be rolled back to.',
  FAILED: 'Its training failed.',
});
