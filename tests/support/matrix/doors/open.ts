import type { DoorMatrix } from './door-entry'

const PASS = 'The pass of a file names it and its holder, and is in no cookie (tests/integration/files-api.test.ts)'

/** Who passes which door: the interface, and what belongs to no room. */
export const OPEN_DOORS: DoorMatrix = {
  'DELETE api/v1/files/[id]/route.ts': { who: '', nobody: PASS },
  'GET api/auth/[...nextauth]/route.ts': {
    who: '',
    nobody: "Of next-auth's own addresses one answers, and this is not it",
  },
  'GET api/auth/office/[office]/route.ts': {
    who: '',
    nobody: 'Only who set out to the provider comes back (tests/integration/office-sign-in.test.ts)',
  },
  'GET api/metrics/route.ts': {
    who: '',
    nobody: 'Without METRICS_TOKEN there is no such address (tests/integration/system.test.ts)',
  },
  'GET api/ready/route.ts': { who: '', own: 'everybody' },
  'GET api/v1/files/[id]/route.ts': { who: '', nobody: PASS },
  'GET api/v1/files/route.ts': { who: '', own: 'everybody' },
  'GET api/v1/learning/export.csv/route.ts': { who: 'office_staff', own: 'far_case_staff far_administrator' },
  'GET api/v1/privacy/consents/route.ts': { who: 'supervisor', own: 'far_supervisor' },
  'GET api/v1/privacy/incidents/[id]/route.ts': { who: 'administrator' },
  'GET api/v1/privacy/processing/route.ts': { who: 'administrator', own: 'far_administrator' },
  'GET api/v1/public/measures/route.ts': { who: '', own: 'everybody' },
  'GET api/v1/public/openapi.json/route.ts': { who: '', own: 'everybody' },
  'GET api/v1/public/organisations/[id]/route.ts': { who: '', own: 'everybody' },
  'GET api/v1/public/organisations/route.ts': { who: '', own: 'everybody' },
  'GET api/v1/public/publications/[file]/route.ts': {
    who: '',
    nobody: 'No publication is called so (tests/integration/open-data.test.ts)',
  },
  'GET api/v1/public/publications/route.ts': { who: '', own: 'everybody' },
  'GET api/v1/public/route.ts': { who: '', own: 'everybody' },
  'GET api/v1/statistics/[file]/route.ts': { who: 'leaders', own: 'far_supervisor far_administrator' },
  'GET api/v1/statistics/exports/[id]/[part]/route.ts': {
    who: '',
    nobody: 'The schedule of the matrix has made no file (tests/integration/statistic-schedules.test.ts)',
  },
  'GET api/v1/statistics/microdata/[id]/[part]/route.ts': {
    who: '',
    nobody: 'The request of the matrix has no file (tests/integration/microdata.test.ts)',
  },
  'OPTIONS api/v1/public/measures/route.ts': { who: '', own: 'everybody' },
  'OPTIONS api/v1/public/openapi.json/route.ts': { who: '', own: 'everybody' },
  'OPTIONS api/v1/public/organisations/[id]/route.ts': { who: '', own: 'everybody' },
  'OPTIONS api/v1/public/organisations/route.ts': { who: '', own: 'everybody' },
  'OPTIONS api/v1/public/publications/[file]/route.ts': { who: '', own: 'everybody' },
  'OPTIONS api/v1/public/publications/route.ts': { who: '', own: 'everybody' },
  'OPTIONS api/v1/public/route.ts': { who: '', own: 'everybody' },
  'POST api/v1/files/[id]/finish/route.ts': { who: '', nobody: PASS },
  'POST api/v1/files/route.ts': { who: '', own: 'everybody' },
  'POST api/v1/outbox/route.ts': { who: '', own: 'everybody' },
  'PUT api/v1/files/[id]/chunks/[index]/route.ts': { who: '', nobody: PASS },
  'answerAction [locale]/(party)/answer/[token]/actions.ts': { who: '', own: 'everybody' },
}
