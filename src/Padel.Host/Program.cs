using Padel.Host.Commands;

return await CommandLine.Run(args);
