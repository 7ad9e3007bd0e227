using Pacta.Language.Binding.Names;

namespace Pacta.Language.Compilation;

/// <summary>A compilation with all that an editor asks about it.</summary>
/// <param name="Declared">The scopes, with everything that can be named in them.</param>
internal sealed record Analysis(CompilationResult Result, Declarations Declared, NameTable Names);
