import { createHash } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'

/** Addresses of nobody (RFC 5737, RFC 3849), distinctive in every way they could be written. */
const seen = vi.hoisted(() => {
  process.env['TRUSTED_PROXY_HOPS'] = '1'
  return { address: '198.51.100.77', draft: undefined as string | undefined }
})
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === 'draft' && seen.draft ? { value: seen.draft } : undefined),
    set: () => undefined,
  }),
  headers: async () => new Headers({ 'x-forwarded-for': seen.address, 'user-agent': 'Distinctive/77' }),
}))

import { GET as askNumbers } from '@/app/api/v1/public/measures/route'
import { POST as beginFile } from '@/app/api/v1/files/route'
import { POST as sendOutbox } from '@/app/api/v1/outbox/route'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { publicOutboxKey } from '@/lib/data/outbox'
import { newToken, sealToServer } from '@/lib/phone/offline/box'
import { networkOf } from '@/lib/http/network-address'
import { toldOf } from '@/lib/schemas/report/told-report'
import { anOffice, aReport } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'
import { aDraftHolder, aStore } from '../support/draft-files'

aStore()
const ADDRESSES = ['198.51.100.77', '2001:db8:4d4d:7777:1::9']

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

function posted(path: string, body: unknown): Request {
  const headers = { host: 'us.example', 'sec-fetch-site': 'same-origin', 'x-forwarded-for': seen.address }
  return new Request(`http://us.example${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const { rows: tables } = await ownerPool().query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  )
  const texts = tables.map(async ({ name }) => {
    const { rows } = await ownerPool().query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)
    return rows.map(({ row }) => row).join('\n')
  })
  return (await Promise.all(texts)).join('\n').toLowerCase()
}

/** How an address could be kept: as it is, as bytes, as a number, or hashed without a key, which a list of all of them undoes. */
function waysToKeep(address: string): string[] {
  const network = networkOf(address)
  const bytes = Buffer.from(address.split('.').map(Number))
  const hashes = [address, network].flatMap((text) =>
    ['md5', 'sha1', 'sha256'].map((algorithm) => createHash(algorithm).update(text).digest('hex')),
  )
  const number = address.includes('.') ? [bytes.toString('hex'), String(bytes.readUInt32BE())] : ['20010db84d4d7777']
  return [
    address,
    network,
    Buffer.from(address).toString('base64'),
    Buffer.from(address).toString('hex'),
    ...number,
    ...hashes,
  ]
}

test('who sends, asks and tries wrongly is counted, and leaves no address in any table', async () => {
  for (const address of ADDRESSES) {
    seen.address = address
    const { id } = publicOutboxKey()
    const report = { v: 1, token: newToken(), locale: 'vi', ...toldOf(aReport()) }
    const box = await sealToServer(publicOutboxKey(), report)
    expect((await sendOutbox(posted('/api/v1/outbox', { keyId: id, box }))).status).toBe(200)
    const broken = `${box.slice(0, 60)}${box.slice(60, 80) === 'A'.repeat(20) ? 'B' : 'A'.repeat(20)}${box.slice(80)}`
    expect((await sendOutbox(posted('/api/v1/outbox', { keyId: id, box: broken }))).status).toBeGreaterThanOrEqual(400)
    seen.draft = (await aDraftHolder()).token
    const file = { for: 'draft', purpose: 'receipt', name: 'IMG_1.jpg', bytes: 100, keepDate: false }
    expect((await beginFile(posted('/api/v1/files', file), { params: Promise.resolve({}) })).status).toBe(201)
    const numbers = new Request('http://us.example/api/v1/public/measures', { headers: { 'x-forwarded-for': address } })
    await askNumbers(numbers, { params: Promise.resolve({}) })
  }
  const kept = await everything()
  const { rows } = await ownerPool().query<{ number: string; tries: number }>(
    'SELECT number, (SELECT count(*)::int FROM throttle) AS tries FROM cases LIMIT 1',
  )
  expect(rows[0]?.tries, 'each is counted').toBeGreaterThanOrEqual(6)
  expect(kept, 'a thing that is kept is found').toContain(String(rows[0]?.number).toLowerCase())
  for (const address of ADDRESSES)
    for (const way of waysToKeep(address)) expect(kept.includes(way.toLowerCase()), way).toBe(false)
  expect(kept).not.toContain('distinctive/77')
})
