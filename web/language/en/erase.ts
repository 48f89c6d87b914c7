import type { Words } from '../zh/index.js';

export const erase: Words['erase'] = {
  button: 'Delete by law',
  title: 'Delete {{number}} by law',
  lead: 'What was complained of and by whom, its files, and all that was written at its steps are deleted for good: nobody can bring them back, and nobody here can read them any more.',
  stays:
    'Its number, its times, its steps and their clauses stay, and it still verifies. Papers that were exported, printed or sent before are not reached.',
  because: 'By which law, at whose request',
  example: 'Such as: written request of 2 March, article 47 of the Personal Information Protection Law',
  needed: 'Name the law and the request',
  number: 'Type its number to confirm: {{number}}',
  wrong: 'That is not its number',
  confirm: 'Delete for good',
  done: 'Deleted by law',
};
