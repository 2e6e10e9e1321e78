using Padel.Host;

var app = await PadelApplication.Build(args);
await app.RunAsync();
