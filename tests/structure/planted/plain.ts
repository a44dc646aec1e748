// Planted for lint.test.ts: everything here is wrong on purpose, and no gate but that test looks at it.
import { join } from 'path'

var names: any = ['a']
export default function plantedPlain(): string {
  console.log(names)
  return names == 'a' ? join('a', 'b') : 'b'
}
