/** What any program needs to run on this machine; no setting of ours is among them. */
const MACHINE = [
  'PATH',
  'Path',
  'HOME',
  'USERPROFILE',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'COMSPEC',
  'PATHEXT',
  'APPDATA',
  'LOCALAPPDATA',
  'LANG',
  'LC_ALL',
  'TERM',
  'NO_COLOR',
  'FORCE_COLOR',
  'CI',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_FILE',
] as const

/**
 * The environment of a program we start: what the machine needs and what is named here, nothing else. So the
 * application never sees the owner's DATABASE_URL, and a build sees no secret at all.
 */
export function childEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const machine = Object.fromEntries(
    MACHINE.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined),
  )
  return {
    ...machine,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // Next would read .env files by itself, past the one place where settings are checked.
    __NEXT_PROCESSED_ENV: 'true',
    ...settings,
  }
}

/** Node says once what a library will have to change one day; that is for us, not for the person who starts the product. */
export const QUIET = '--disable-warning=DeprecationWarning'
