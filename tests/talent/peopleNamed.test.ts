import { describe, expect, it } from 'vitest'
import { peopleNamed } from '../../src-main/talent/peopleNamed.ts'
import { removeTalent } from '../../src-main/talent/talentStore.ts'
import { add, newBook, now } from './book.ts'

function book() {
  const { db } = newBook()
  const named = (letters: string, limit = 10) => peopleNamed(db, letters, limit, '').map(({ name }) => name)
  return { db, named }
}

describe('people by the letters of their names', () => {
  it('finds by the beginning of any word of a name, whole beginnings first, then by name', () => {
    const { db, named } = book()
    for (const name of ['Asha Sawant', 'Sachin Bedi', 'Om Saagar', 'Tara Nene', 'Sabiha Khan']) add(db, { name })
    expect(named('sa')).toEqual(['Sabiha Khan', 'Sachin Bedi', 'Asha Sawant', 'Om Saagar'])
    expect(named('sa', 2)).toEqual(['Sabiha Khan', 'Sachin Bedi'])
    expect(named('KHAN sab')).toEqual(['Sabiha Khan'])
  })

  it('finds by a legal name and by another spelling', () => {
    const { db, named } = book()
    add(db, { name: 'Chintu', legalName: 'Chandrashekhar Bapat' })
    add(db, { name: 'Vijaylaxmi Rao', spellings: ['Wijayalakshmi Rao'] })
    expect(named('bap')).toEqual(['Chintu'])
    expect(named('wij')).toEqual(['Vijaylaxmi Rao'])
  })

  it('puts misspelt names after the right ones', () => {
    const { db, named } = book()
    add(db, { name: 'Vijaylaxmi Rao' })
    add(db, { name: 'Vijayalakshmi Nair' })
    expect(named('vijaylaxmi')).toEqual(['Vijaylaxmi Rao', 'Vijayalakshmi Nair'])
  })

  it('takes letters as letters, whatever FTS5 would read in them, and knows nobody who was removed', () => {
    const { db, named } = book()
    const id = add(db, { name: 'Neel "Raja" O’Brien' })
    for (const letters of ['', ' ', '"', 'ne* OR', '-', 'name:', 'NEAR(']) expect(() => named(letters)).not.toThrow()
    for (const letters of ["o'b", 'O’Bri', 'obr', 'brien']) expect(named(letters)).toEqual(['Neel "Raja" O’Brien'])
    removeTalent(db, id, now)
    expect(named('neel')).toEqual([])
  })

  it('knows nobody by their skills', () => {
    const { db, named } = book()
    add(db, { name: 'Gita', skills: ['sarod'] })
    expect(named('sar')).toEqual([])
  })
})
