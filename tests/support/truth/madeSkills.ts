/** A skill as roles ask for it, and as profiles may say it; `unlike` are others of its kind that are not it. */
export interface MadeSkill {
  readonly asked: string
  readonly said: readonly string[]
  readonly unlike?: readonly string[]
}

/** Skills by their keys. */
export const skillsMade: Readonly<Record<string, MadeSkill>> = {
  wrestling: { asked: 'Kushti', said: ['Kushti', 'Wrestling', 'Mud wrestling'] },
  lathi: { asked: 'Lathi', said: ['Lathi', 'Stick fighting'] },
  motorcycle: { asked: 'Motorcycle riding', said: ['Motorcycle', 'Bike', 'Two-wheeler'] },
  rifle: { asked: 'Rifle shooting', said: ['Rifle shooting', 'Rifle drill and shooting'] },
  horse: { asked: 'Horse riding', said: ['Horse riding', 'Ghudsawari', 'Horses'] },
  sword: { asked: 'Sword fighting', said: ['Sword fighting', 'Talwarbaazi', 'Swordplay'] },
  swimming: { asked: 'Swimming', said: ['Swimming', 'Long-distance swimming', 'Tairak'] },
  rowing: { asked: 'Rowing', said: ['Rowing', 'Rowing a country boat'] },
  driving: { asked: 'Driving', said: ['Driving', 'Driving (own licence)'] },
  cycling: { asked: 'Cycling', said: ['Cycling'] },
  sign: { asked: 'Sign language', said: ['Sign language', 'ISL'] },
  singing: { asked: 'Singing', said: ['Singing', 'Sings live', 'Playback'] },
  kathak: { asked: 'Kathak', said: ['Kathak', 'Kathak, Lucknow gharana'], unlike: ['Odissi', 'Kuchipudi'] },
  bharatanatyam: { asked: 'Bharatanatyam', said: ['Bharatanatyam', 'Bharathanatyam', 'Bharatnatyam'], unlike: ['Kuchipudi', 'Mohiniyattam'] },
  lavani: { asked: 'Lavani', said: ['Lavani'], unlike: ['Garba', 'Ghoomar'] },
  karate: { asked: 'Karate', said: ['Karate', 'Karate, black belt'], unlike: ['Judo', 'Taekwondo'] },
  tabla: { asked: 'Tabla', said: ['Tabla', 'Tabla, eleven years'], unlike: ['Dholak', 'Mridangam'] },
  guitar: { asked: 'Guitar', said: ['Guitar'], unlike: ['Violin', 'Sitar'] },
  khayal: { asked: 'Khayal', said: ['Khayal'], unlike: ['Thumri', 'Dhrupad'] },
  cooking: { asked: 'Cooking', said: ['Cooking', 'Chef'] },
  storytelling: { asked: 'Storytelling', said: ['Storytelling', 'Dastangoi'] },
  cricket: { asked: 'Cricket', said: ['Cricket', 'Fast bowling'] },
  poetry: { asked: 'Poetry', said: ['Poetry'] },
  parkour: { asked: 'Parkour', said: ['Parkour'] },
  rap: { asked: 'Rap', said: ['Rap'] },
  puppetry: { asked: 'Puppetry', said: ['Puppetry', 'Puppeteer'] },
  juggling: { asked: 'Juggling', said: ['Juggling'], unlike: ['Tightrope', 'Gymnastics'] },
}

/** A language by its key: as it is asked for, and as profiles may spell it. */
export const languagesMade: Readonly<Record<string, readonly [asked: string, ...said: string[]]>> = {
  hindi: ['Hindi', 'Hindi', 'hindi'],
  urdu: ['Urdu', 'Urdu'],
  bhojpuri: ['Bhojpuri', 'Bhojpuri', 'bhojpurī', 'Bhojpoori'],
  marathi: ['Marathi', 'Marathi', 'MARATHI'],
  bengali: ['Bengali', 'Bengali', 'Bangla'],
  punjabi: ['Punjabi', 'Punjabi', 'Panjabi'],
  tamil: ['Tamil', 'Tamil'],
  malayalam: ['Malayalam', 'Malayalam', 'Malayaalam'],
  odia: ['Odia', 'Odia', 'Oriya'],
  gujarati: ['Gujarati', 'Gujarati', 'Gujrati'],
  english: ['English', 'English'],
  assamese: ['Assamese', 'Assamese'],
}

/** Languages with dialects: the dialect that a role asks for, and one that it does not. */
export const dialectsMade: Readonly<Record<string, readonly [asked: string, other: string]>> = {
  hindi: ['Awadhi', 'Bundeli'],
  marathi: ['Malvani', 'Varhadi'],
}
