import { expect, it } from 'vitest'
import { areSpeltAlike } from '../../src-main/spelling/folding.ts'

it.each([['gana', 'gaana'], ['taleem', 'talim'], ['dhol', 'dhole'], ['ghazal', 'gazal'], ['bharatnatyam', 'bharathanatyam'], ['lavani', 'laavni'], ['mallakhamb', 'malkhamb']])('takes %s and %s for one word', (a, b) => expect(areSpeltAlike(a, b)).toBe(true))

it.each([['gaana', 'gun'], ['gana', 'genie'], ['gaana', 'knee'], ['guna', 'gani'], ['tabla', 'table work']])('does not take %s for %s', (a, b) => expect(areSpeltAlike(a, b)).toBe(false))
