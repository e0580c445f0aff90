import { measureOf } from '../registry/measure-list'
import { dimensionOf, type DimensionCode } from '../registry/dimensions'
import type { Release } from '../released-table'
import type { Cube, CubeMetric } from './cube'
import type { ReleaseMetadata } from './metadata'
import type { FileWords } from './names'
import { TOTAL } from './tidy-columns'
import { unitOf } from './units'

/** How the metric dimension is called; no dimension of ours has the name. */
const METRIC = 'figure'

/**
 * All of a JSON-stat 2.0 dataset (json-stat.org/full) but its numbers: `value` and `status` come from the cube. Held back is null with
 * status `s`; null with `m` is what nobody has. Metadata stand under `extension`.
 */
export function jsonStatHead(
  { facts }: Release,
  { metrics, axes }: Cube,
  { words: { words, names }, metadata }: { readonly words: FileWords; readonly metadata: ReleaseMetadata },
): Record<string, unknown> {
  const dimensions = axes.map(({ dimension }) => dimension)
  return {
    version: '2.0',
    class: 'dataset',
    label: facts.query.measures.map((code) => nameOf(metadata, code)).join(' · '),
    source: 'Fair Passage',
    updated: facts.asOf.toISOString(),
    note: [metadata.warning, metadata.disclosure.about],
    id: [METRIC, ...dimensions],
    size: [metrics.length, ...axes.map(({ codes }) => codes.length)],
    role: {
      metric: [METRIC],
      ...roleOf('time', dimensions, (code) => dimensionOf(code)?.isTime === true),
      ...roleOf('geo', dimensions, (code) => code === 'origin'),
    },
    dimension: {
      [METRIC]: {
        label: words('statistics.export_figures'),
        category: {
          index: metrics.map(({ id }) => id),
          label: Object.fromEntries(metrics.map((metric) => [metric.id, labelOf(metric, metadata, words)])),
          unit: Object.fromEntries(metrics.map((metric) => [metric.id, unitFor(metric)])),
        },
      },
      ...Object.fromEntries(
        axes.map(({ dimension, codes }) => [
          dimension,
          {
            label: names.dimension(dimension),
            category: {
              index: codes,
              label: Object.fromEntries(
                codes.map((code) => [code, names.value(dimension, code === TOTAL ? null : code)]),
              ),
            },
          },
        ]),
      ),
    },
    extension: { metadata, status: { label: metadata.status } },
  }
}

function nameOf({ definitions }: ReleaseMetadata, code: string): string {
  return definitions.find((definition) => definition.code === code)?.name ?? code
}

function labelOf({ measure, figure }: CubeMetric, metadata: ReleaseMetadata, words: FileWords['words']): string {
  return `${nameOf(metadata, measure)}: ${words(`statistics.export_figure_${figure}`)}`
}

function unitFor({ measure, figure }: CubeMetric): Record<string, unknown> {
  const found = measureOf(measure)
  return found ? { label: unitOf(found, figure) } : {}
}

function roleOf(
  role: 'time' | 'geo',
  dimensions: readonly DimensionCode[],
  is: (code: DimensionCode) => boolean,
): Record<string, readonly DimensionCode[]> {
  const found = dimensions.filter(is)
  return found.length > 0 ? { [role]: found } : {}
}
