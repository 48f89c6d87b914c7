import type { account as words } from '../zh/account.js';

export const account: typeof words = {
  signIn: {
    or: 'or',
    codeTitle: 'Second factor',
    codeLead:
      'Open the authenticator app on your phone and enter its six digits. Without your phone, enter a recovery code.',
    code: 'Code or recovery code',
    missingCode: 'Enter the code',
    submitCode: 'Check and sign in',
    back: 'Sign in as somebody else',
    problems: {
      'identity-refused': 'Signing in at the identity provider did not succeed. Try again.',
      'no-account': 'There is no account here for you. Ask an administrator for one.',
      'provider-unavailable': 'The identity provider is away. Try again later, or sign in with a password.',
      other: 'You are not signed in. Try again.',
    },
  },
  me: {
    title: 'My account',
    menu: 'My account',
    unknown: 'Your account was used on a device that you had not used before',
    unknownHint: 'If that was not you, end the session and change your password at once.',
    known: 'That was me',
    check: 'Have a look',
  },
};
