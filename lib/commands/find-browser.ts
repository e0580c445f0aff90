import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright'

const SYSTEM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const WINDOWS_PLACES = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) =>
  process.env[name] === undefined
    ? []
    : [
        path.join(process.env[name], 'Google', 'Chrome', 'Application', 'chrome.exe'),
        path.join(process.env[name], 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ],
)

/**
 * Finds a browser for the tests: named in PLAYWRIGHT_CHROMIUM or CHROMIUM_PATH, Playwright's own, the system's. When
 * there is none, tries to install Playwright's, then Debian's.
 *
 * @returns the path of an executable
 * @throws with one line that says what to install
 */
export function findBrowser(report: (line: string) => void): string {
  const found = fromEnvironment() ?? playwrightOwn() ?? systemBrowser()
  if (found) return found
  report('no browser found: installing one')
  spawnSync(process.execPath, [path.join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
  })
  const installed = playwrightOwn()
  if (installed) return installed
  if (process.platform === 'linux' && process.getuid?.() === 0 && findProgram('apt-get')) {
    report('Playwright cannot download its browser here: apt-get install chromium')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const install = () =>
      spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore', env })
    if (install().status !== 0) {
      spawnSync('apt-get', ['update'], { stdio: 'ignore', env })
      install()
    }
  }
  const fromSystem = systemBrowser()
  if (fromSystem) return fromSystem
  throw new Error('No browser for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to one.')
}

function fromEnvironment(): string | undefined {
  const named = process.env['PLAYWRIGHT_CHROMIUM'] || process.env['CHROMIUM_PATH']
  if (!named) return undefined
  if (existsSync(named)) return named
  throw new Error(`There is no browser at ${named}.`)
}

function playwrightOwn(): string | undefined {
  const file = chromium.executablePath()
  return file !== '' && existsSync(file) ? file : undefined
}

function systemBrowser(): string | undefined {
  if (process.platform === 'darwin') return MAC_PLACES.find(existsSync)
  if (process.platform === 'win32') return WINDOWS_PLACES.find(existsSync)
  for (const name of SYSTEM_NAMES) {
    const file = findProgram(name)
    if (file) return file
  }
  return undefined
}

/** Full path of a program on the PATH. */
function findProgram(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((directory) => path.join(directory, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}
