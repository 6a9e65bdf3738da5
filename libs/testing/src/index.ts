export { NoAccounts } from './no-accounts';
export { NoFamily } from './no-family';
export { plainRole } from './plain-role';
export {
  codeOf,
  letterText,
  mailedCode,
  mailsTo,
  newestLetter,
  printedLetters,
  textedCode,
  type Postbox,
  type PrintedLetter,
} from './post-box';
export { PushEndpoint, type PushAnswer, type ReceivedPush } from './push-endpoint';
export { crowd, isRefusal, race, Refusal, type Finish } from './race';
export { freePort } from './free-port';
export { RunningHouse, type HouseOptions } from './running-house';
export { sandboxClock, type SandboxClock } from './sandbox-clock';
export { testConfig } from './test-config';
export { testDatabase, type TestDatabase } from './test-database';
export { until } from './until';
export { VirtualAuthenticator, type Spoiled } from './virtual-authenticator';
