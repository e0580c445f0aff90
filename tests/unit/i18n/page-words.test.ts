import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isStaffAddress } from '@/lib/i18n/staff-address'

const APP = path.resolve('app/[locale]')

const filesOf = (side: string) =>
  readdirSync(path.join(APP, side), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.tsx'))
    .map((entry) => path.join(entry.parentPath, entry.name))

it('worker pages show words with their readings', () => {
  const pages = filesOf('(worker)')
  expect(pages.length).toBeGreaterThan(20)
  const plain = pages.filter((file) => /const t = translatorFor\(/u.test(readFileSync(file, 'utf8')))
  expect(plain.map((file) => path.relative(APP, file))).toEqual([])
})

it('staff pages never do', () => {
  const pages = filesOf('(staff)')
  expect(pages.length).toBeGreaterThan(20)
  const marked = pages.filter((file) => readFileSync(file, 'utf8').includes('pageWordsFor'))
  expect(marked.map((file) => path.relative(APP, file))).toEqual([])
})

it('every room of the staff is known as one, and none of the workers', () => {
  const roomsOf = (side: string) =>
    readdirSync(path.join(APP, side), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  for (const room of roomsOf('(staff)')) expect(isStaffAddress(`/ja/${room}`), room).toBe(true)
  for (const room of roomsOf('(worker)')) expect(isStaffAddress(`/ja/${room}/x`), room).toBe(false)
})
