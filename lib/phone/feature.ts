/** One thing the script adds to a place that a page marks with `data-phone`; the page is whole without it. */
export type Feature = {
  /** Called once for each element. What it returns is called before an in-place change takes the element away. */
  readonly enhance: (element: HTMLElement) => void | (() => void)
}
