import type { BesideChat } from './useOpenPlace.ts'

/** Three questions to begin with, by what stands open. */
export function suggestionsFor({ kind, label }: Pick<BesideChat, 'kind' | 'label'>): readonly string[] {
  const name = label ?? ''
  switch (kind) {
    case 'role': return [`Who could play ${name}?`, `What does ${name} ask for?`, `Who is on the list for ${name}?`]
    case 'talent': return [`What do we know about ${name}?`, `Which roles would ${name} fit?`, `Is ${name} free next week?`]
    case 'scene': return [`Who is in ${name.toLowerCase()}?`, `What happens in ${name.toLowerCase()}?`, 'Who shares the most scenes?']
    case 'production': return ['Which roles have nobody yet?', 'Who is on hold?', 'What is on today?']
    case 'office': return ['Who speaks Bhojpuri and sings?', 'Who is free next week?', 'What is on today?']
  }
}
