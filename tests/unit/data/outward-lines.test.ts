import { expect, test } from 'vitest'
import { databaseLineOf } from '@/lib/data/database-line'
import { bucketLineOf, quotaOf, type FileSettings } from '@/lib/platform/file-settings'

test.each([
  ['postgresql://a:b@localhost:5432/x', 'here'],
  ['postgresql://a:b@127.0.0.1/x', 'here'],
  ['postgresql://a:b@[::1]:5432/x', 'here'],
  ['postgresql:///x?host=/var/run/postgresql', 'here'],
  ['postgresql://a:b@db.example.org/x', 'open'],
  ['postgresql://a:b@localhost.example.org/x', 'open'],
  ['postgresql://a:b@db.example.org/x?sslmode=disable', 'open'],
  ['postgresql://a:b@db.example.org/x?sslmode=no-verify', 'unproved'],
  ['postgresql://a:b@db.example.org/x?sslmode=require&uselibpqcompat=true', 'unproved'],
  ['postgresql://a:b@db.example.org/x?sslmode=verify-full', 'proved'],
  ['postgresql://a:b@db.example.org/x?ssl=true', 'proved'],
])('%s: the line to the database is %s', (address, line) => {
  expect(databaseLineOf(address)).toBe(line)
})

const bucket = (endpoint: string): FileSettings => ({
  FILES_DIRECTORY: '.data/files',
  FILES_S3_ENDPOINT: endpoint,
  FILES_S3_BUCKET: 'files',
  FILES_S3_REGION: 'eu',
  FILES_S3_ACCESS_KEY: 'key',
  FILES_S3_SECRET_KEY: 'secret',
  FILES_S3_QUOTA_GB: 2,
})

test('the line to the bucket, and what may lie in it', () => {
  const lines = ['https://s3.example.org', 'http://s3.example.org', 'http://127.0.0.1:9000', 'http://[::1]:9000']
  expect(lines.map((endpoint) => bucketLineOf(bucket(endpoint)))).toEqual(['encrypted', 'open', 'here', 'here'])
  const { FILES_S3_BUCKET: _, ...folder } = bucket('https://s3.example.org')
  expect([bucketLineOf(folder), quotaOf(folder), quotaOf(bucket('https://s3.example.org'))]).toEqual([
    'none',
    null,
    2e9,
  ])
})
