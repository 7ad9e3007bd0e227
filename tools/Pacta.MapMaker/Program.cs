using Pacta.MapMaker;
using Pacta.MapMaker.Reading;

var map = MapBuilder.Build(AdminOne.Read(args[0]), AreaList.Read());
map.Log.ForEach(Console.WriteLine);
