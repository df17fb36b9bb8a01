// Reads calendar files, one a line in base64, and writes what two libraries understand, one line of JSON for each.
import { createInterface } from 'node:readline'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

const text = (value) => (value && typeof value === 'object' && 'val' in value ? value.val : value) ?? ''

function byIcalJs(file) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'))
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    summary: event.summary ?? '',
    description: event.description ?? '',
    location: event.location ?? '',
  }
}

function byNodeIcal(file) {
  const read = nodeIcal.sync.parseICS(file)
  const event = Object.values(read).find((each) => each.type === 'VEVENT')
  return {
    method: event.method,
    uid: event.uid,
    sequence: Number(event.sequence),
    start: event.start.toISOString(),
    end: event.end.toISOString(),
    summary: text(event.summary),
    description: text(event.description),
    location: text(event.location),
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const file = Buffer.from(line, 'base64').toString('utf8')
  process.stdout.write(`${JSON.stringify({ 'ical.js': byIcalJs(file), 'node-ical': byNodeIcal(file) })}\n`)
}
