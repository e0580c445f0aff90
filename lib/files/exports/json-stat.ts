import type { Cube } from '@/lib/domain/statistics/export/cube'
import { fileStream, type FileStream } from './file-stream'
import { encoded, gathered, type TextBatch } from './text-batches'

/** A JSON-stat 2.0 dataset: the head (lib/domain/statistics/export/json-stat.ts), then the numbers of the cube. Rows are numbers told. */
export function jsonStatFile(head: Readonly<Record<string, unknown>>, cube: Cube): FileStream {
  return fileStream(encoded(gathered(jsonStatPieces(head, cube))))
}

function* jsonStatPieces(head: Readonly<Record<string, unknown>>, cube: Cube): Generator<TextBatch> {
  yield { text: `${JSON.stringify(head).slice(0, -1)},"value":[`, rows: 0 }
  let before = ''
  for (const { value } of cube.values()) {
    yield { text: `${before}${value === null ? 'null' : String(value)}`, rows: value === null ? 0 : 1 }
    before = ','
  }
  yield { text: '],"status":{', rows: 0 }
  let place = 0
  before = ''
  for (const { status } of cube.values()) {
    if (status !== null) {
      yield { text: `${before}"${place}":"${status}"`, rows: 0 }
      before = ','
    }
    place += 1
  }
  yield { text: '}}\n', rows: 0 }
}
