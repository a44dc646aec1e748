/** The columns of the full-text index in their order, with what they weigh and what the user calls them. */
export const textColumns = [
  { name: 'name', weight: 0.5, label: 'name' },
  { name: 'skills', weight: 2, label: 'skills' },
  { name: 'languages', weight: 2.5, label: 'languages' },
  { name: 'training', weight: 1, label: 'training' },
  { name: 'credits', weight: 1, label: 'credits' },
  { name: 'bio', weight: 1, label: 'biography' },
  { name: 'city', weight: 1, label: 'city' },
  { name: 'notes', weight: 1, label: 'notes' },
] as const
