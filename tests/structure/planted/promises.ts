// Planted for lint.test.ts: everything here is wrong on purpose, and no gate but that test looks at it.
type Size = 'lead' | 'supporting'
const save = async (): Promise<void> => {}

export function plantedPromises(size: Size, names: readonly string[]): string {
  save()
  names.forEach(async () => save())
  switch (size) {
    case 'lead':
      return names[0]!
  }
  return size
}
