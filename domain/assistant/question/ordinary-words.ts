/**
 * Everyday words of both languages: spelled right, however much they resemble a word of the field, and no names of
 * anybody. In plain letters; words that the guide uses are known from the guide.
 */
const ordinary = `
about above across actual actually afford after again against agree aide almost alone along already also although always among
amount anybody anyone anything apart apply around arrive aside away back bank because become been before began begin behind being
believe below beside better between beyond billing biller birth board boss both break bring brother building busy came card care
carrier carry case cases cash chain change charge cheap child choose church city clear clinic close come comes company complete
content contract contracts cost could couple court cover crown daily date daughter days dead deal decide deep does doing done door
dose doses down drive drop during each early easy either else email employee employer empty end english enough entire even evening
ever every everybody everyone everything example except exist expect extra eye face fact fail fair fall family far fast father feel
fees felt field figure file fill find fine finger first five fixed follow food force form found four free friend from full fund
funds game gave general gets girl give given giving glad goes going gone good great ground group grow guess hair half hand happen
happy hard hardly head health hear heard heart heavy held hello help here high hold home hope hospital hour house however hundred
husband idea important inside instead insurer insurance into item items itself join joint just keep kept kind knew know language
large last late later laugh lead learn least leave left legal less letter level life light like likely limit line lines list little
live local long look lose lost lots love lower lunch made mail main make making many mark match matter mean meant meet member
mental middle might mind minor miss money month more morning most mother mouth move much must name near need never news next nice
night nobody none noon normal nothing notice number nurse offer often older once only open option order other others ought outside
over paper parent part party past patient payment pause people perhaps person phone pick piece place plain plan plans plate play
please point poor post practice press price print program proof provider public pull push quick quiet quite raise range rather
reach read ready real really reason receive record remain rent reply request rest rich right risk road role room rule rules said
same saturday save saying school score season second seem seen sell send sense serve service seven shall share sharp shift short
should show shown shows side sign simple since single sister size skin sleep small smart smile some somebody someone something soon
sorry sort sound speak special specialty staff stage stand start state states still stood stop story street strong study stuff such
sure surface surfaces system created sedation anesthesia pending reserved forced cells locked attention figures schedule connected unanswered
description correct table take taken taking talk teach team tell tells term test text thank that their them then there
these they thing things think third those though thought three through time times tired today together told tomorrow took tooth
total touch toward town true trust truth turn type under union unless until upon upper used user usual usually value very visit
voice wait walk wall want warm wash waste water weak wear week weekend well went were what when where whether which while white
whole whom whose wife will window wish with within without woman wonder word work world worse worst would write written wrong year
years yesterday young yours packet task tasks alert medical dental insurers carriers commercial private federal government county
acaso activo adonde adentro afuera agregar ahora algo alguien alguna alguno algunos alla alli alto amigo antes aparte apenas
aquel aqui asi asiento aunque ayer ayuda ayudar bajo basta bastante bien buena bueno busca cada calle cambiado camino cara carta casa
casi caso cerca cerro ciudad claro clase cobra cobre coche comer como compra con conmigo contar contiene contrario contrato conviene
corta corto cosa cosas costoso costar creo cuando cubierto cuenta cuentan cuesta cueste cuidado dado deben debido decir dedica dejan
demas dentro desde despues detras dia dias dice dinero direccion distinto doble donde duda edad ellas ellos empezar empresa encima
enero entero entonces entra entrar entre enviado escribe escribir escuela ese eso espera esposa esta estado estamos estar este estos
exacto facil falla fallo falta familia ficha fin forma frente fuera fuerte gente gracias grande grupo guarda habia habla hablar hacen
hacer hacia hago hallo hasta hecho hermana hermano hija hijo hizo hoja hojas hombre honorarios igual incluye incluso intro ir jamas
joven junto justo lado larga largo leche lejos lengua libre libro linea lineas llama llamado llave llega llegar llena llene lleno
llevar lleva lugar luego lunes luz madre mal manana mandar manera mano marco mayor media medio mejor menor menos mes mesa mete
mientras minima mismo mitad modo momento mover mucha mucho muchos mujer muestra mundo nada nadie necesita ningun ninguna ninguno
noche nombre nosotros nuestra nuestro nueva nuevo numero nunca ocurre otra otras otro otros padre pagador pagar pagos pais palabra
papel para parece pariente parte parto pasa pasar paso pausa pedir pegar pensar peor perdido permito persona personas poco poder podria
poner porque posible precio pregunta preguntar primera primero pronto propio pueda puedan puede pueden puerta punto quedo quien quiere
quiza quito rato razon realidad reciente recibe regla resto rojo saber sabe sale salta salud seguir segun segunda segundo semana
semanas senor senora sentido seria servir sesion siempre sino sobre social sola solo solos sumar sedacion anestesia afeccion atencion sustituto correcto correcta tambien tampoco tanto tarde tener
tengo tercera texto tiempo tiene tienen tipo toda todas todavia todo todos tomar trabajo tratar tres turno ultima ultimo unas unos
usted ustedes vacia valer valor varias veces vender venir verdad vez viaje vida viene vista visto vivir volver voz
`;

const words: ReadonlySet<string> = new Set(ordinary.trim().split(/\s+/u));

export function isOrdinaryWord(word: string): boolean {
  return words.has(word);
}
