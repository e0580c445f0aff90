import { expect, test } from 'vitest'
import { carriesToken } from '@/lib/http/bearer-token'
import { metricsText } from '@/lib/http/metrics-text'

test('numbers are written as Prometheus reads them', () => {
  const text = metricsText([
    { name: 'a_total', help: 'one\nline \\', type: 'counter', samples: [{ value: 1.5 }] },
    { name: 'b', help: 'labels', type: 'gauge', samples: [{ labels: { x: 'say "a\\b"\n' }, value: Infinity }] },
    {
      name: 'c',
      help: 'histogram',
      type: 'histogram',
      samples: [
        { suffix: '_bucket', labels: { le: '+Inf' }, value: 2 },
        { suffix: '_count', value: 2 },
      ],
    },
    { name: 'nothing', help: 'is left out', type: 'gauge', samples: [] },
  ])
  expect(text.split('\n')).toEqual([
    '# HELP a_total one\\nline \\\\',
    '# TYPE a_total counter',
    'a_total 1.5',
    '# HELP b labels',
    '# TYPE b gauge',
    'b{x="say \\"a\\\\b\\"\\n"} +Inf',
    '# HELP c histogram',
    '# TYPE c histogram',
    'c_bucket{le="+Inf"} 2',
    'c_count 2',
    '',
  ])
})

test.each([
  ['Bearer right-token-right-token', true],
  ['Bearer right-token-right-toke', false],
  ['Bearer right-token-right-token-', false],
  ['bearer right-token-right-token', false],
  ['Basic right-token-right-token', false],
  ['Bearer ', false],
  ['', false],
])('%s opens: %s', (authorization, isOpen) => {
  expect(carriesToken(new Headers({ authorization }), 'right-token-right-token')).toBe(isOpen)
})
