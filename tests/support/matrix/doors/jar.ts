/** The cookies of the browser that calls now. Alone in its file: what stands in for `next/headers` needs it before all else. */
export const jar = new Map<string, string>()
