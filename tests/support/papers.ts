import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'

const facts: readonly (readonly [string, string])[] = [
  ['Playing range', '34 to 44'], ['Height', '168 cm'], ['Lives in', 'Pune, often in Mumbai'], ['Languages', 'Marathi (mother tongue), Hindi (fluent), English'],
  ['Skills', 'lavani, harmonium, sword fighting, rides a Bullet'], ['Phone', '+91 00000 00913'], ['E-mail', 'tara.sood@post.example'],
]

/** A résumé of two pages as PDF, as an agency sends it. */
export async function resumePdf(name: string): Promise<Uint8Array> {
  const paper = new PDFDocument({ size: 'A4', margin: 56 })
  const bytes = buffer(paper)
  paper.font('Helvetica-Bold').fontSize(24).text(name).moveDown(0.2)
  paper.font('Helvetica').fontSize(11).fillColor('#5f594f').text('Actor. Stage, film and advertising since 2009').moveDown()
  for (const [what, said] of facts) paper.fillColor('#3d3b9c').text(`${what}: `, { continued: true }).fillColor('#25221e').text(said)
  paper.moveDown().font('Helvetica-Bold').fontSize(14).text('Stage').moveDown(0.3).font('Helvetica').fontSize(11)
  for (let year = 2009; year < 2024; year += 1) paper.text(`${year}  ${year % 2 ? 'Chandra Mahal' : 'Tamasha at Nine'}, ${year % 3 ? 'Saroj' : 'the singer'}, Pune and on tour`, { lineGap: 4 })
  paper.addPage().font('Helvetica-Bold').fontSize(14).text('Film and advertising').moveDown(0.3).font('Helvetica').fontSize(11)
  for (let year = 2014; year < 2026; year += 2) paper.text(`${year}  ${year % 4 ? 'Khali Bartan' : 'Ek Aur Chai'}, the mother, feature film`, { lineGap: 4 })
  paper.end()
  return bytes
}

/** A page that opens only with a password. */
export async function lockedPdf(): Promise<Uint8Array> {
  const paper = new PDFDocument({ userPassword: 'monsoon', pdfVersion: '1.7' })
  const bytes = buffer(paper)
  paper.text('For the office only.')
  paper.end()
  return bytes
}
