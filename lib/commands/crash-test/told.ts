import { crc32, deflateSync } from 'node:zlib'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import { noAnswers, type ReportAnswers } from '@/lib/domain/report/answers'

// What the phone of a number tells, the same wherever it is asked for: nobody has to send it between processes.

export type ToldFile = { readonly purpose: FilePurpose; readonly bytes: Buffer }

export function storyOf(phone: number): string {
  return `Báo cáo số ${phone}: họ giữ hộ chiếu của tôi.`
}

export function answersOf(phone: number): ReportAnswers {
  return {
    ...noAnswers(),
    grievances: ['fees_debt'],
    origin: 'VN',
    scheme: 'titp',
    parties: [{ role: 'broker', name: `chú ${phone}` }],
    paid: 'yes',
    fees: [
      {
        payeeRole: 'broker',
        payeeName: `chú ${phone}`,
        category: 'rf_broker_introduction',
        amountText: '25 triệu',
        amountMinor: '25000000',
        currency: 'VND',
        paidOn: '2025-02',
      },
    ],
    story: storyOf(phone),
    consents: ['keep_complaint', 'statistics'],
  }
}

/** Every fifth report waits on its phone without network and has no file; of the others every fourth has a recording of three pieces beside its photo. */
export function isWaiting(phone: number): boolean {
  return phone % 5 === 4
}

export function filesOf(phone: number): readonly ToldFile[] {
  if (isWaiting(phone)) return []
  const photo: ToldFile = { purpose: 'receipt', bytes: aPicture(phone) }
  return phone % 4 === 0 ? [photo, { purpose: 'voice_story', bytes: aSound(phone) }] : [photo]
}

const EDGE = 24

/** A picture of one colour, which no other phone has. */
function aPicture(phone: number): Buffer {
  const line = Buffer.concat([
    Buffer.of(0),
    ...Array.from({ length: EDGE }, () => Buffer.of(phone & 255, (phone >> 8) & 255, 77)),
  ])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(EDGE, 0)
  head.writeUInt32BE(EDGE, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: EDGE }, () => line)))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, pngChunk('IHDR', head), pngChunk('IDAT', pixels), pngChunk('IEND', Buffer.of())])
}

function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const SOUND_BYTES = 600 * 1024

/** A WAV whose every sample tells whose it is. */
function aSound(phone: number): Buffer {
  const bytes = Buffer.alloc(44 + SOUND_BYTES, phone & 255)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(36 + SOUND_BYTES, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(8000, 24)
  bytes.writeUInt32LE(8000, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(SOUND_BYTES, 40)
  bytes.writeUInt32LE(phone, 44)
  return bytes
}
