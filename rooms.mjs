/**
 * The ladder: which room may import which. Lint boundaries (eslint.config.mjs) are generated from this table.
 * Down by call, up by event, nothing sideways. A new line here needs an ADR.
 *
 * A room appears here with its first story; `kernel` and `platform` are open to every room.
 */
export const rooms = {
  // row 2
  membership: [],
  identity: [],
  consent: [],
  documents: [],
  drafts: [],
  // row 3
  letters: ['membership', 'documents'],
  approval: ['identity'],
  // row 4
  registration: ['membership', 'identity', 'letters', 'consent', 'approval'],
  recovery: ['membership', 'identity', 'letters', 'approval'],
  applications: ['membership', 'documents', 'letters'],
  'personal-data': ['membership', 'identity', 'documents', 'approval'],
  // row 5
  notifications: [
    'membership',
    'identity',
    'consent',
    'documents',
    'drafts',
    'letters',
    'approval',
    'registration',
    'recovery',
    'personal-data',
    'applications',
  ],
  support: [],
  // the home page: reads everywhere, writes nothing, is imported by nobody
  overview: ['membership', 'drafts', 'personal-data'],
};

/** Shelves inside a room: which folder may import which (relative to `src/`). */
export const shelves = {
  domain: [],
  application: ['domain', 'persistence'],
  persistence: ['domain'],
  adapters: ['application/ports', 'domain'],
  http: ['application', 'domain'],
  jobs: ['application', 'domain'],
  listeners: ['application', 'domain'],
};
