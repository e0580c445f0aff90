/** What a scanner says of a file; `away`: it did not answer, so nobody looked. */
export type ScanResult = 'clean' | 'found' | 'away'
