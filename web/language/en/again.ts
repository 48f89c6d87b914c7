import type { Words } from '../zh/index.js';

export const again: Words['again'] = {
  button: 'Called again',
  title: '{{number}}: the customer called again',
  what: 'What it was about',
  kind: { urged: 'Urges', followedUp: 'Tells more', joined: 'Others join' },
  hint: {
    urged: 'Stands in the story; handler and supervisor are told.',
    followedUp: 'More about the same matter: kept with this complaint, counted once more.',
    joined: 'More people with the same complaint; many raise its severity.',
  },
  text: { urged: 'What they said (optional)', followedUp: 'What they added' },
  people: 'How many more',
  needed: 'Write down what the customer added',
  record: 'Record',
  done: 'Kept with this complaint',
  same: 'Keep it with this one',
  sameSure: 'Nothing new is filed: keep what you wrote with {{number}}?',
  sameDone: 'Kept with {{number}} and counted once more; nothing new was filed.',
};
