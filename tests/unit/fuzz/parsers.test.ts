import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { broken, FUZZ_TIMEOUT_MS } from './arbitraries'
import { ADDRESSES } from './readers/addresses'
import { FILES } from './readers/files'
import { FORMS } from './readers/forms'
import { HEADERS } from './readers/headers'
import { STORED } from './readers/stored'
import { TYPED } from './readers/typed'

// Every reader of something foreign: an address, a header, a cookie, a cell, an amount, a date, a name, a stored or sent document.
// Whatever comes, each answers; what an answer must be besides is said with it.

const ROOT = path.resolve(import.meta.dirname, '../../..')

const TRIED = [...TYPED, ...ADDRESSES, ...HEADERS, ...FORMS, ...FILES, ...STORED]

/** Readers tried elsewhere: by the schemas that call them (schemas.test.ts), with files (tests/unit/files), that read what we signed or sealed ourselves, or that read from a database, a disk or memory. */
const ELSEWHERE = new Set([
  'parseForm',
  'readAmount',
  'readMonth',
  'readRemembered',
  'readNamedMonth',
  'readPaidOn',
  'readSum',
  'readCells',
  'readPressed',
  'readTable',
  'readTables',
  'readSheets',
  'readFilePass',
  'readCookie',
  'readSessionId',
  'readErrand',
  'readAnchors',
  'readFrame',
  'readChallenge',
  'readFileFacts',
  'readRecords',
  'readStored',
  'readAssessmentColumns',
])

test('every reader there is, is tried', () => {
  const rooms = '{access,auth,domain,files,http,i18n,mail,schemas,sealing,storage,web-server}'
  const declared = globSync(`lib/${rooms}/**/*.ts`, { cwd: ROOT }).flatMap((file) =>
    [
      ...readFileSync(path.join(ROOT, file), 'utf8').matchAll(
        /^export (?:async )?function ((?:read|parse)[A-Z]\w*)/gmu,
      ),
    ].map(([, name = '']) => name),
  )
  expect(declared.length).toBeGreaterThan(50)
  const tried = new Set(TRIED.map(([name]) => name))
  expect(declared.filter((name) => !tried.has(name) && !ELSEWHERE.has(name))).toEqual([])
})

describe('answers whatever comes', () => {
  test.each(TRIED)(
    '%s',
    async (_name, made) => {
      expect(await broken(made())).toBe('')
    },
    FUZZ_TIMEOUT_MS,
  )
})
