/** @type {import('next').NextConfig} */
const config = {
  // Tests and measurements build beside a running application, not over it.
  distDir: process.env['NEXT_DIST_DIR'] ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino', '@prisma/adapter-pg', '@prisma/client'],
}

export default config
