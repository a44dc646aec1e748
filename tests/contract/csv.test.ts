import { expect, it } from 'vitest'
import { csvOf } from '../../src-preload/contract/csv.ts'

it('quotes what CSV wants quoted and ends each line as spreadsheets expect', () => {
  expect(csvOf([['Role', 'Says'], ['MEERA', 'No, "never"'], ['GOPAL', 3]])).toBe('Role,Says\r\nMEERA,"No, ""never"""\r\nGOPAL,3\r\n')
})

it('makes no formula of a text', () => {
  expect(csvOf([['=HYPERLINK("x")', '+91 98', '-', '@leela', -3]])).toBe(`"'=HYPERLINK(""x"")",'+91 98,'-,'@leela,-3\r\n`)
})
