import type { DimensionCode } from './registry/dimensions'
import type { Measure, MeasureForm, MeasureUnit } from './registry/measures'

/** A translator, as far as definitions need it: a message of room `statistics` or `learning` by its key. */
export type Words = (key: string) => string

/** What a statistic is, in words of one language. Page, export, API and documentation all say exactly this. */
export type Definition = {
  readonly code: string
  readonly name: string
  readonly group: string
  readonly about: string
  readonly formula: string
  readonly population: string
  readonly quality: string
  readonly form: MeasureForm
  readonly unit: MeasureUnit
  readonly dimensions: readonly { readonly code: DimensionCode; readonly name: string }[]
  /** Any dimension it may be broken down by may also narrow it, and so may months of receipt. */
  readonly filters: readonly string[]
  readonly source: string | null
}

/** The definition of a measure. Measures of our own work are named and explained in room `learning`. */
export function definitionOf(measure: Measure, words: Words): Definition {
  const { code, group, form, unit, dimensions, source } = measure
  const kpi = form === 'desk' ? code.slice('desk_'.length) : null
  const own = (part: '' | '_about' | '_formula' | '_population') => words(`statistics.measure_${code}${part}`)
  return {
    code,
    group: words(`statistics.group_${group}`),
    name: kpi === null ? own('') : words(`learning.kpi_${kpi}`),
    about: kpi === null ? own('_about') : words('statistics.about_desk'),
    formula: kpi === null ? own('_formula') : words(`learning.formula_${kpi}`),
    population: kpi === null ? own('_population') : words('statistics.population_desk'),
    quality: words(`statistics.quality_${group}`),
    form,
    unit,
    dimensions: dimensions.map((dimension) => ({ code: dimension, name: words(`statistics.dimension_${dimension}`) })),
    filters: ['received_from', 'received_to', ...dimensions],
    source,
  }
}
