/**
 * What the codes of C-DAC's DV-TT fonts draw (DV-TTSurekh, DV-TTYogesh, DV-TTGanesh ...), the ISFOC layout for one script.
 *
 * Written down by hand from `DV_TTGanesh.js` of Padma (github.com/pankaj28843/padma), its letters checked against `devan-util.el` of
 * Emacs 21 for `cdac:dv-ttsurekh`. The bilingual fonts (DVB-TT, and those that end in EN) have other codes. `R` is a
 * reph; the codes F0 to FE are spaces of different widths. An empty value is written `-0-`.
 */
export const surekhPairs = String.raw`
  + अ +É आ < इ <Ç ई = उ > ऊ @ ऋ A ॠ B ए Bä ऐ
  E क C क् F क़ D क़् J ख् K ख़् M ग् N ग़् P घ् R ङ S च् U छ V ज् W ज़् Z झ् \ ञ्
  ] ट ${'`'} ठ b ड c ड़ f ढ g ढ़ h ण् i त् l थ् n द v ध् x न्
  { प् ¡ फ } फ् ¢ फ़ ~ फ़् ¤ ब् ¦ भ् ¨ म्
  ª य् ® र ¯ रु ° रू ± ल् ³ ळ ² ळ् ´ व् ¶ श् ¹ ष् º स् ½ ह ¼ ह्
  I क्ष् j त्र् Y ज्ञ् G क्र H क्त L ख्र् O ग्र् Q घ्र् X ज्र् ^ ट्ट _ ट्ठ a ठ्ठ d ड्ड e ड्ढ k त्त् m थ्र् o दृ p द्र q द्द r द्ध s द्म t द्य u द्व
  w ध्र् y न्र् z न्न् | प्र् £ फ्र ¥ ब्र् § भ्र् © म्र् µ व्र् · श्व् ¸ श्र् » स्र् ¾ हृ ¿ ह्र À ह्म Á ह्य Å ्र ¬ ्य
  É ा Ê ि Î ि Ë िं Ï िं Ì र्ि Ð र्ि Í र्िं Ñ र्िं Ò ी Ó ीं Ô ीR Õ ीRं Ö ु Ù ु × ुं Ú ू Ý ू Û ूं Þ ृ ß ॄ
  ä े å ें æ ेR ç ेRं è ै é ैं ê ैR ë ैRं ì ॅ í ॅं Æ ं Ä ँ Â ् Ã ़ Ç R È Rं % ऽ $ ॐ * ।
  ð -0- ñ -0- ò -0- ó -0- ô -0- õ -0- ö -0- ÷ -0- ø -0- ù -0- ú -0- û -0- ü -0- ý -0- þ -0-
  ! ! " " ' ' ( ( ) ) , , - - . . / / : : ; ; ? ?
`
