/** What a page does, and the things it is done with. Grid and stroke as in pictogram-shapes.ts. */
export const TOOL_SHAPES = {
  bell: <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4M12 5V3" />,
  mobile: (
    <>
      <rect x="7" y="2.5" width="10" height="19" rx="2" />
      <path d="M11 18h2" />
    </>
  ),
  headset: (
    <>
      <path d="M4 14v-2a8 8 0 0 1 16 0v2" />
      <rect x="3" y="13" width="4" height="6" rx="1.5" />
      <rect x="17" y="13" width="4" height="6" rx="1.5" />
      <path d="M19.5 19c0 1.7-1.8 2.5-4.5 2.5" />
    </>
  ),
  listen: <path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />,
  mic: (
    <>
      <rect x="9" y="3" width="6" height="11" rx="3" />
      <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />
    </>
  ),
  camera: (
    <>
      <path d="M3 8.5A1.5 1.5 0 0 1 4.5 7H8l1.5-2.5h5L16 7h3.5A1.5 1.5 0 0 1 21 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5z" />
      <circle cx="12" cy="12.7" r="3.5" />
    </>
  ),
  exit: <path d="M13.5 4H5v16h8.5M10 12h11M17.5 8.5L21 12l-3.5 3.5" />,
  download: <path d="M12 4v11M7.5 11L12 15.5 16.5 11M4 20h16" />,
  trash: <path d="M4 7h16M9.5 7V4h5v3M6.5 7l1 13.5h9l1-13.5" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.5L21 21" />
    </>
  ),
  lock: (
    <>
      <rect x="4.5" y="10.5" width="15" height="10" rx="2" />
      <path d="M8 10.5V7.5a4 4 0 0 1 8 0v3" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="15.5" r="4.5" />
      <path d="M11.3 12.2L20 3.5M16.5 7l3 3M13.8 9.7l2 2" />
    </>
  ),
  scale: <path d="M12 4v16M7.5 20h9M5 7h14M5 7l-2.5 6.5a3 3 0 0 0 5 0zM19 7l-2.5 6.5a3 3 0 0 0 5 0z" />,
  list: <path d="M8.5 6H21M8.5 12H21M8.5 18H21M3.5 6v.01M3.5 12v.01M3.5 18v.01" />,
  chart: <path d="M4 20.5h16M6.5 20v-7M12 20V5M17.5 20v-10" />,
  flag: <path d="M5.5 21V4M5.5 4.5h13l-3 4.5 3 4.5h-13" />,
} as const
