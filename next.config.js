import { writeFileSync } from 'node:fs'

const distDir = process.env['NEXT_DIST_DIR'] ?? '.next'

/** Next adds its generated types to the tsconfig it is given: a build on the side gets one of its own. */
function tsconfigFor(directory) {
  if (directory === '.next') return 'tsconfig.json'
  const file = `${directory}.tsconfig.json`
  const types = [`${directory}/types/**/*.ts`, `${directory}/dev/types/**/*.ts`]
  const include = ['next-env.d.ts', '**/*.ts', '**/*.tsx', ...types]
  writeFileSync(file, JSON.stringify({ extends: './tsconfig.json', include, exclude: ['node_modules', '.data'] }))
  return file
}

/** @type {import('next').NextConfig} */
const config = {
  // Tests and measurements build beside a running application, not over it.
  distDir,
  reactStrictMode: true,
  poweredByHeader: false,
  // No page uses Next's pictures: the address that makes them is not there.
  images: { unoptimized: true },
  typedRoutes: false,
  // app/global-not-found.tsx: with two root layouts, the only unknown-address page that is whole without scripts.
  // A story of 50,000 letters in any script fits several times; proxy.ts answers what is longer in words.
  // A file of 25 MB with its form: Next keeps what it passes through proxy.ts, and cuts what is longer.
  experimental: {
    globalNotFound: true,
    serverActions: { bodySizeLimit: '2mb' },
    proxyClientMaxBodySize: '26mb',
  },
  // lib/web-server compresses, after it has made worker pages plain.
  compress: false,
  // Titles stand in the head of every page, also where no script would move them there.
  htmlLimitedBots: /.*/,
  // What browsers ask for by themselves where a page names no icon.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pg-boss',
    'nodemailer',
    'smtp-server',
    'pino',
    '@prisma/adapter-pg',
    '@prisma/client',
  ],
  typescript: {
    tsconfigPath: tsconfigFor(distDir),
    // Our own commands check types before they build (npm run check, npm test); a build by hand does it itself.
    ignoreBuildErrors: process.env['NEXT_TYPES_ARE_CHECKED'] === '1',
  },
}

export default config
