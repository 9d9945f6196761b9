/** Memory of sockets that are in their rooms and say nothing; each side starts anew. */
export async function idle(bench) {
  console.log('| idle signed-in sockets, each in its room | KiB a socket | joined/s | resident MiB |\n| --- | --- | --- | --- |');
  for (const sockets of [2000, 5000]) {
    for (const side of [await bench.hejie(), await bench.bare()]) {
      const r = await bench.drive(side, { mode: 'idle', members: await bench.people(side, sockets / 4) });
      console.log(`| ${sockets}: ${side.name} | ${r.kibPerSocket.toFixed(1)} | ${Math.round(r.joinedPerSecond)} | ${Math.round(r.residentMib)} |`);
      if (sockets === 5000 && side.server === 'hejie') bench.targets.add('KiB an idle signed-in socket, 5000 sockets', ['<=', 20], [r.kibPerSocket], 1);
    }
    await bench.processes.stopAll();
  }
}
