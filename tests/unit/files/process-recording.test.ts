import { describe, expect, test } from 'vitest'
import { cleaned, expectSilent, refusalOf } from '../../support/cleaned-files'
import { aFilm, aVoice, aWav, PHONE, PLACE } from '../../support/files'

describe('recordings', () => {
  test.each(['isom', 'qt  ', '3gp4'])('a film (%s) loses place and phone, and not its picture', async (brand) => {
    const film = aFilm({ brand })
    const file = await cleaned(film, 'video')
    expectSilent(file.bytes)
    expect(file.bytes).toHaveLength(film.length)
    expect(file.bytes.toString('latin1')).toContain('vide-sample-of-bytes')
    expect(file.bytes.toString('latin1')).toContain('soun-sample-of-bytes')
    expect(file.removed).toEqual(expect.arrayContaining(['location', 'device', 'date']))
    expect(file.durationSeconds).toBe(90)
    expect(file.takenOn).toBeNull()
  })

  test('the day of a film stays when it is wanted', async () => {
    expect((await cleaned(aFilm(), 'video', true)).takenOn).toBe('2025-03-04')
  })

  test('cleaning twice changes nothing more', async () => {
    const once = await cleaned(aFilm(), 'video')
    expect((await cleaned(once.bytes, 'video')).bytes.equals(once.bytes)).toBe(true)
    const voice = await cleaned(aVoice(), 'voice_story')
    expect((await cleaned(voice.bytes, 'voice_story')).bytes.equals(voice.bytes)).toBe(true)
  })

  test('a voice from a browser loses its tags', async () => {
    const file = await cleaned(aVoice(), 'voice_story')
    expectSilent(file.bytes)
    expect(file.bytes.toString('latin1')).toContain('sound')
    expect(file).toMatchObject({ format: 'webm_audio', durationSeconds: 3 })
    expect(file.removed).toContain('location')
  })

  test('a voice is a sound of ten minutes at most', async () => {
    expect(await refusalOf(aVoice(700), 'voice_message')).toBe('too_large')
    expect(await refusalOf(aFilm(), 'voice_message')).toBe('unsupported')
    expect((await cleaned(aFilm({ kinds: ['soun'] }), 'voice_message')).format).toBe('m4a')
  })

  test('a WAV keeps its sound only', async () => {
    const file = await cleaned(aWav(), 'voice_story')
    expectSilent(file.bytes)
    expect(file).toMatchObject({ format: 'wav', durationSeconds: 1 })
  })

  test('an MP3 loses its tags before and behind', async () => {
    const id3 = Buffer.concat([
      Buffer.from('ID3\u0003\0\0', 'latin1'),
      Buffer.from([0, 0, 0, PLACE.length]),
      Buffer.from(PLACE),
    ])
    const sound = Buffer.concat(
      Array.from({ length: 3 }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)])),
    )
    const tail = Buffer.concat([Buffer.from(`TAG${PHONE}`), Buffer.alloc(125 - PHONE.length)])
    const file = await cleaned(Buffer.concat([id3, sound, tail]), 'voice_story')
    expect(file.bytes.equals(sound)).toBe(true)
  })

  test('boxes that do not fit are damaged', async () => {
    const film = aFilm()
    film.writeUInt32BE(0x7fffffff, 0)
    expect(['damaged', 'unsupported']).toContain(await refusalOf(film, 'video'))
  })
})
