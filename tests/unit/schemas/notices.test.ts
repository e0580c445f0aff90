import { describe, expect, it } from 'vitest'
import { readPlace, writePlace } from '@/lib/schemas/notices/notice-cursor'
import { noticeSettingsSchema } from '@/lib/schemas/notices/notice-settings'

const settings = { version: '0', inApp: [], byMail: ['appeal'], quietFrom: '', quietTo: '', timeZone: 'Asia/Tokyo' }

describe('what somebody wants to be told of', () => {
  it('is read from a form', () => {
    expect(noticeSettingsSchema.parse({ ...settings, quietFrom: '22', quietTo: '6' })).toEqual({
      version: 0,
      inApp: [],
      byMail: ['appeal'],
      timeZone: 'Asia/Tokyo',
      quiet: { from: 1320, to: 360 },
    })
    expect(noticeSettingsSchema.parse(settings).quiet).toBeNull()
  })

  it.each([
    [{ quietFrom: '22' }, 'quietTo'],
    [{ quietTo: '6' }, 'quietFrom'],
    [{ quietFrom: '24', quietTo: '6' }, 'quietFrom'],
    [{ timeZone: 'Mars/Base' }, 'timeZone'],
    [{ inApp: ['gossip'] }, 'inApp'],
    [{ version: '-1' }, 'version'],
  ])('is refused with %j', (change, field) => {
    const read = noticeSettingsSchema.safeParse({ ...settings, ...change })
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})

describe('where a page of notices goes on', () => {
  const place = {
    isUnread: false,
    at: new Date('2026-11-21T01:02:03.004Z'),
    id: '0198f000-0000-7000-8000-000000000001',
  }

  it('is read as it was written', () => {
    expect(readPlace(writePlace(place))).toEqual(place)
    expect(readPlace(writePlace({ ...place, isUnread: true }))?.isUnread).toBe(true)
  })

  it.each([undefined, '', 'read', 'other_2026-11-21T01:02:03.004Z_x', ['a'], `${writePlace(place)}_x`])(
    '%j is none',
    (text) => {
      expect(readPlace(text)).toBeNull()
    },
  )
})
