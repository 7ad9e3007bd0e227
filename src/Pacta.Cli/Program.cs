using System.Text;
using Pacta.Cli;
using Pacta.Cli.Hosting;

using var output = new PipeTolerantStream(ClosedStream.Unless(Console.OpenStandardOutput));
using var error = new StreamWriter(new LossyStream(ClosedStream.Unless(Console.OpenStandardError)), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
return App.Run(args, Host.OfConsole(output, error));
