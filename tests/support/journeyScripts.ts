import { PDFDocument, StandardFonts } from 'pdf-lib'

/** A short script of our own in Fountain: two scenes, two people. */
export const ferryFountain = `Title: The Last Ferry
Author: CastMatch

INT. FERRY CABIN - NIGHT

Rain on the roof. GOPAL, 58, a ferryman with a bad knee, counts coins.

GOPAL
Bas. Aaj ke liye bas.

RUKMINI, late twenties, comes in with a wet umbrella. She speaks Konkani on the phone, then sees him.

RUKMINI
One more crossing. Please.

GOPAL
The river decides, not I.

EXT. RIVER BANK - DAWN

RUKMINI
It decided.

GOPAL
(in Konkani)
Yo, beti.
`

/** A Fountain file of so many scenes that reading it takes long enough to be cancelled midway. */
export function longFountain(scenes: number): string {
  const parts = Array.from({ length: scenes }, (_, at) => `INT. ROOM ${at} - NIGHT

Somebody moves a chair. Somebody else moves it back, and a third one, who has no chair, stands at the window and says so.

SPEAKER ${at % 40}
This is the line number ${at} of a very long night.

SPEAKER ${(at + 7) % 40}
And this is what is said to it, which is not much.
`)
  return `Title: A Very Long Night\n\n${parts.join('\n')}`
}

const lineHeight = 12
const linesOnPage = 54

/** How far from the left edge each kind of line stands on a screenplay page, in points. */
const indents = { heading: 108, action: 108, cue: 252, dialogue: 180 } as const

/** The same little film as a PDF in screenplay layout (Courier 12, the usual indents), made anew for each call. */
export async function ferryPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const courier = await document.embedFont(StandardFonts.Courier)
  let page = document.addPage([612, 792])
  let at = 0
  const put = (kind: keyof typeof indents, text: string, blanks = 1) => {
    at += blanks
    if (at >= linesOnPage) {
      page = document.addPage([612, 792])
      at = 0
    }
    page.drawText(text, { x: indents[kind], y: 720 - at * lineHeight, size: 12, font: courier })
    at += 1
  }
  for (let scene = 1; scene <= 9; scene += 1) {
    put('heading', `${scene % 2 ? 'INT. FERRY CABIN - NIGHT' : 'EXT. RIVER BANK - DAWN'}`, 2)
    put('action', scene === 1 ? 'Rain on the roof. GOPAL, 58, a ferryman, counts coins.' : 'The river has risen since the last time we saw it.')
    if (scene === 1) put('action', 'RUKMINI, 28, comes in with a wet umbrella.')
    put('cue', 'GOPAL')
    put('dialogue', `Crossing number ${scene}. Bas.`, 0)
    put('cue', 'RUKMINI')
    put('dialogue', 'One more. Please.', 0)
  }
  return document.save()
}

/** A talent sheet with four good rows and two bad ones (line 3 has no name, line 6 no name). */
export const workshopSheet = `Name,Gender,Playing Age,City,Languages,Skills,Mobile,Shoe Size
Leela Wagholikar,Female,40-50,Pune,"Marathi (mother tongue), Hindi","lavani, harmonium",+91 00000 00001,7
,Male,30-40,Mumbai,Hindi,cycling,+91 00000 00002,9
Bhim Naik,Male,45-60,Kolhapur,"Marathi, Hindi (fluent)","kushti, tractor driving",,10
Asha-Noor,Female,18-25,Lucknow,"Urdu (mother tongue), Hindi",ghazal singing,,6
,Female,50-60,Nashik,Marathi,,,6
Tarak Das,Male,,Kolkata,Bengali,,,8
`
