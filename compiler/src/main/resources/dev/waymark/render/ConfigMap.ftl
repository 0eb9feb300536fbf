<#-- What is in a mapping or a list that is not empty. -->
<#macro tree node>
<#if node?is_sequence>
<#list node as value>
<#if value?is_hash && !value?has_content>
- {}
<#elseif value?is_sequence && !value?has_content>
- []
<#elseif value?is_hash || value?is_sequence>
<@item>
<@tree value/>
</@item>
<#else>
- ${value}
</#if>
</#list>
<#else>
<#list node as key, value>
<#if value?is_hash && !value?has_content>
${key}: {}
<#elseif value?is_sequence && !value?has_content>
${key}: []
<#elseif value?is_hash>
${key}:
<@indented>
<@tree value/>
</@indented>
<#elseif value?is_sequence>
${key}:
<@tree value/>
<#else>
${key}: ${value}
</#if>
</#list>
</#if>
</#macro>
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${metadata.object.name}
  namespace: ${metadata.object.namespace}
<#list metadata.labels>
  labels:
<#items as key, value>
    ${key}: ${value}
</#items>
</#list>
<#list metadata.annotations>
  annotations:
<#items as key, value>
    ${key}: ${value}
</#items>
</#list>
data:
<#list data as key, document>
  ${key}: |
<@indented>
<@indented>
<@tree document/>
</@indented>
</@indented>
</#list>
