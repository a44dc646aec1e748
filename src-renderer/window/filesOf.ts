/** The most files that are taken out of one dropped folder. */
const mostFiles = 2_000

/** The files of a drop, those inside dropped folders too, at most 2,000; hidden files are left out. */
export async function filesOf(transfer: DataTransfer | null): Promise<readonly File[]> {
  // Entries must be asked for before anything is waited for: the drop is over then.
  const plain = [...(transfer?.files ?? [])]
  const entries = [...(transfer?.items ?? [])].flatMap(item => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []))
  if (!entries.some(entry => entry.isDirectory)) return plain
  const files: File[] = []
  for (const entry of entries) await collect(entry, files)
  return files
}

async function collect(entry: FileSystemEntry, into: File[]): Promise<void> {
  if (into.length >= mostFiles || entry.name.startsWith('.')) return
  if (entry.isFile) into.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)))
  if (!entry.isDirectory) return
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A reader gives a folder in batches, an empty one at its end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (batch.length === 0) return
    for (const inner of batch) await collect(inner, into)
  }
}
