import { describe, expect, test } from 'vitest'
import { COMMON_PASSWORDS } from '@/lib/auth/common-passwords'
import { passwordProblem } from '@/lib/domain/password-rules'

const situation = {
  common: COMMON_PASSWORDS,
  personal: ['hanh.mau@minato-helpdesk.org', 'Hạnh Mẫu', 'Minato Helpdesk'],
}
const problemOf = (password: string) => passwordProblem(password, situation)

describe('a password', () => {
  test('the list is there', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(9_900)
    expect(COMMON_PASSWORDS.has('password')).toBe(true)
  })

  test.each([
    'qwerty123456',
    'Password12345',
    'P@ssw0rd!!!!',
    'passwordpassword',
    '!!sunshine2026!!',
    'aaaaaaaaaaaaa',
    'abababababab',
    '123456789012',
    'qwertyuiopas',
    'abcdefghijklm',
    'zyxwvutsrqpon',
    '１２３４５６７８９０１２',
  ])('%s is one that many people have', (password) => {
    expect(problemOf(password)).toBe('common')
  })

  test.each(['hanhmau-2026!', 'Minato Helpdesk', 'fair-passage-demo', 'fairpassage2026', 'helpdesk hạnh mẫu 1'])(
    '%s says who has it',
    (password) => {
      expect(problemOf(password)).toBe('personal')
    },
  )

  test.each([
    'correct horse battery staple',
    'bốn từ dễ nhớ',
    'vài từ dễ nhớ của tôi',
    'k7m4q9xd2pfa',
    'an office by the sea in winter',
    'この町の青い自転車は速い',
  ])('%s is taken', (password) => {
    expect(problemOf(password)).toBeNull()
  })
})
