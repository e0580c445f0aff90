import { expect, test } from 'vitest'
import { toldOf } from '@/lib/platform/told-of-error'

const WORDS = 'nguyen-thi-hoa 0901234567'

/** Everything that is told of an error, as it would stand in a log. */
const told = (error: unknown) => JSON.stringify(toldOf(error))

test('of an error its class, its code and its place are told', () => {
  const error = Object.assign(new TypeError(WORDS), { code: 'P2002' })
  expect(toldOf(error)).toEqual({
    code: 'TypeError P2002',
    phase: expect.stringMatching(/told-of-error\.test\.ts:\d+:\d+\)?$/u),
  })
})

test('a message in several lines that looks like a place is not told', () => {
  const error = new Error(`row\n    at ${WORDS}\n    at /home/hoa/${WORDS}:1:2\n    at street (home:1:2)`)
  expect(told(error)).not.toContain('hoa')
  expect(told(error)).not.toContain('home')
  expect(toldOf(error).phase).toContain('told-of-error.test.ts')
})

test('a message that was changed after the error was made hides its stack', () => {
  const error = new Error(`first ${WORDS}\n    at street (home:1:2)`)
  expect(error.stack).toContain('home:1:2')
  error.message = 'second'
  expect(toldOf(error)).toEqual({ code: 'Error' })
})

test('names and codes that somebody typed are not told', () => {
  const error = Object.assign(new Error('x'), { name: WORDS, code: WORDS })
  expect(told(error)).not.toContain('hoa')
  expect(toldOf(WORDS)).toEqual({ code: 'string' })
  expect(toldOf({ message: WORDS })).toEqual({ code: 'object' })
  expect(toldOf(null)).toEqual({ code: 'object' })
})
