const ring = <circle cx="12" cy="12" r="9" />

/**
 * The few shapes that are also drawn in the browser itself, where the whole list of pictograms would weigh too much:
 * the signs of a verdict, and of acts. Same grid and stroke as the others.
 */
export const SIGN_SHAPES = {
  more: (
    <>
      {ring}
      <path d="M8 12v.01M12 12v.01M16 12v.01" />
    </>
  ),
  check: <path d="M5 12.5l4.5 4.5L19 7" />,
  alert: (
    <>
      {ring}
      <path d="M12 7.5V13M12 16.2v.01" />
    </>
  ),
  info: (
    <>
      {ring}
      <path d="M12 11v5.5M12 7.8v.01" />
    </>
  ),
  phone: (
    <path d="M6.5 3.5l3 .5 1.3 4-2 1.6a12 12 0 0 0 5.6 5.6l1.6-2 4 1.3.5 3c0 1.6-1 2.5-2.5 2.5C10.7 20 4 13.3 4 6c0-1.5 1-2.5 2.5-2.5z" />
  ),
  print: <path d="M7 8V3.5h10V8M7 17H4V9.5A1.5 1.5 0 0 1 5.5 8h13A1.5 1.5 0 0 1 20 9.5V17h-3M7 14h10v6.5H7z" />,
  copy: (
    <>
      <rect x="8" y="8" width="12.5" height="12.5" rx="2" />
      <path d="M4.5 15.5A1 1 0 0 1 3.5 14.5v-9a2 2 0 0 1 2-2h9a1 1 0 0 1 1 1" />
    </>
  ),
  edit: <path d="M4 20l1-4.5L16 4.5a2 2 0 0 1 3 0l.5.5a2 2 0 0 1 0 3L8.5 19z" />,
  next: <path d="M9 5l7 7-7 7" />,
  prev: <path d="M15 5l-7 7 7 7" />,
  plus: <path d="M12 5v14M5 12h14" />,
  limit: <path d="M4 18.5h16M12 15V4M7.5 8.5L12 4l4.5 4.5" />,
  noentry: (
    <>
      {ring}
      <path d="M7.5 12h9" />
    </>
  ),
  offline: (
    <path d="M3 9.5a13 13 0 0 1 6-3.2M21 9.5a13 13 0 0 0-7-3.5M6.5 13.2a8 8 0 0 1 4-2M17.5 13.2a8 8 0 0 0-2-1.3M12 18.5v.01M4 4l16 16" />
  ),
} as const

export type SignName = keyof typeof SIGN_SHAPES
